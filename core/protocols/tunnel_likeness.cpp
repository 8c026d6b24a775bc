#include "core/protocols/tunnel_likeness.h"

#include "core/protocols/protocols.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t ethernetSize = 14;
constexpr std::size_t ipv4Size = 20;
constexpr std::size_t ipv6Size = 40;
constexpr std::size_t arpSize = 28;
constexpr std::size_t tagSize = 4;
constexpr int mostTags = 2;

// RFC 1071: the sum over a header with a right checksum is all ones.
bool sumsUp(Bytes header)
{
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i + 1 < header.size(); i += 2)
        sum += read16(header, i);
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return sum == 0xffff;
}

// RFC 826, of Ethernet and IPv4.
bool surelyArp(Bytes bytes)
{
    if (bytes.size() < arpSize)
        return false;
    constexpr std::uint64_t ethernetAndIpv4 = 0x0001'0800'0604;
    const std::uint16_t operation = read16(bytes, 6);
    return readUnsigned(bytes, 0, 6) == ethernetAndIpv4 && operation >= 1 && operation <= 4;
}

bool carriesSurely(std::uint16_t type, Bytes payload, int tags)
{
    switch (type) {
    case 0x0800: return surelyIpv4(payload);
    case 0x0806: return surelyArp(payload);
    case 0x86dd: return surelyIpv6(payload);
    case 0x8100:
    case 0x88a8:
        return tags < mostTags && payload.size() >= tagSize && carriesSurely(read16(payload, 2), payload.subspan(tagSize), tags + 1);
    default: return false;
    }
}

} // namespace

bool surelyIpv4(Bytes bytes)
{
    if (bytes.size() < ipv4Size || byteAt(bytes, 0) >> 4 != 4)
        return false;
    const std::size_t size = (byteAt(bytes, 0) & 0xfu) * 4;
    const std::size_t total = read16(bytes, 2);
    constexpr std::uint16_t reservedFlag = 0x8000;
    const bool holdsHeader = total >= size || total == 0; // 0: BIG TCP, which no 16 bits can say
    return size >= ipv4Size && size <= bytes.size() && holdsHeader && (read16(bytes, 6) & reservedFlag) == 0 && byteAt(bytes, 8) > 0
        && sumsUp(bytes.first(size));
}

bool surelyIpv6(Bytes bytes)
{
    if (bytes.size() < ipv6Size || byteAt(bytes, 0) >> 4 != 6 || byteAt(bytes, 7) == 0)
        return false;
    // It has no checksum; what follows has to be something that the Internet protocols know.
    constexpr auto known = std::to_array<std::uint8_t>({0, 4, 6, 17, 41, 43, 44, 47, 50, 51, 58, 59, 60, 89, 132});
    return std::ranges::find(known, byteAt(bytes, 6)) != known.end() && byteAt(bytes, 8) != 0xff;
}

bool surelyEthernet(Bytes bytes)
{
    if (bytes.size() < ethernetSize)
        return false;
    const bool oneStation = (byteAt(bytes, 6) & 1) == 0 && readUnsigned(bytes, 6, 6) != 0;
    return oneStation && carriesSurely(read16(bytes, 12), bytes.subspan(ethernetSize), 0);
}

std::optional<std::uint16_t> registeredPort(const LayerView &datagram, const Protocol &protocol)
{
    for (const std::size_t place : {2, 0}) {
        const std::uint16_t port = read16(datagram.header(), place);
        for (const Claim &claim : protocol.claims)
            if (claim.kind == Claim::UdpPort && claim.value == port)
                return port;
    }
    return std::nullopt;
}

std::optional<std::uint16_t> unusualPort(const LayerView &view)
{
    const auto datagram = view.outer();
    if (!datagram || &datagram->protocol() != &protocols::udp || registeredPort(*datagram, view.protocol()))
        return std::nullopt;
    return read16(datagram->header(), 2);
}

} // namespace vethscope
