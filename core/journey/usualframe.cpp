#include "core/journey/usualframe.h"

#include "core/address/ipprotocol.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <ranges>

namespace vethscope::journey {
namespace {

constexpr std::uint32_t ethernetLink = 1;
constexpr std::uint16_t typeOfV4 = 0x0800, typeOfV6 = 0x86dd;
constexpr std::size_t ports = 65536;

// What carries no packet: whoever reads on finds no other headers of IP.
const auto withoutPackets = std::to_array<const Protocol *>({&protocols::http, &protocols::tls, &protocols::bgp, &protocols::dns, &protocols::dnsOverTcp});

bool carriesNoPacket(const Protocol *protocol)
{
    return std::ranges::find(withoutPackets, protocol) != withoutPackets.end();
}

// Walks inwards over headers of which each is whole.
struct Reading {
    Bytes bytes;
    std::uint64_t end = 0; // of what the header carries that is read
    std::uint32_t at = 0;

    bool has(std::size_t size) const { return at + size <= std::min<std::uint64_t>(end, bytes.size()); }
    // Beyond a header of that size, which says that so much follows.
    bool pass(std::size_t size, std::size_t carried)
    {
        at += static_cast<std::uint32_t>(size);
        if (carried > end - at)
            return false;
        end = at + carried;
        return true;
    }
};

constexpr std::size_t ethernetSize = 14, v4Size = 20, v6Size = 40, tcpSize = 20, udpSize = 8, vxlanSize = 8;
constexpr std::uint8_t mostTunnels = 16;

// Beyond an IPv4 header: the protocol that it carries. Nothing where it has options, is a fragment's, or does not say how long the packet is.
std::optional<std::uint8_t> passV4(Reading &reading)
{
    constexpr std::uint8_t withoutOptions = 0x45;
    constexpr std::uint16_t ofFragments = 0x3fff;
    if (!reading.has(v4Size) || byteAt(reading.bytes, reading.at) != withoutOptions || (read16(reading.bytes, reading.at + 6) & ofFragments) != 0)
        return std::nullopt;
    const std::uint16_t total = read16(reading.bytes, reading.at + 2);
    const std::uint8_t protocol = byteAt(reading.bytes, reading.at + 9);
    return total >= v4Size && reading.pass(v4Size, total - v4Size) ? std::optional(protocol) : std::nullopt;
}

std::optional<std::uint8_t> passV6(Reading &reading)
{
    if (!reading.has(v6Size) || byteAt(reading.bytes, reading.at) >> 4 != 6)
        return std::nullopt;
    const std::uint16_t carried = read16(reading.bytes, reading.at + 4);
    const std::uint8_t protocol = byteAt(reading.bytes, reading.at + 6);
    return carried > 0 && reading.pass(v6Size, carried) ? std::optional(protocol) : std::nullopt;
}

bool passTcp(Reading &reading)
{
    if (!reading.has(tcpSize))
        return false;
    const std::size_t size = (byteAt(reading.bytes, reading.at + 12) >> 4) * 4u;
    return size >= tcpSize && reading.at + size <= reading.end && reading.pass(size, reading.end - reading.at - size);
}

bool passUdp(Reading &reading)
{
    if (!reading.has(udpSize))
        return false;
    const std::uint16_t length = read16(reading.bytes, reading.at + 4);
    return length >= udpSize && reading.pass(udpSize, length - udpSize);
}

} // namespace

UsualFrames::UsualFrames(const Dissector &dissector)
{
    const Registry &registry = dissector.registry();
    const auto claimant = [&](Claim claim) {
        const Protocol *const protocol = registry.claimant(claim);
        return protocol && dissector.isEnabled(*protocol) ? protocol : nullptr;
    };
    const auto recognisers = [&](Claim::Kind kind) { return registry.recognisers(kind) | std::views::filter([&](const Protocol *protocol) { return dissector.isEnabled(*protocol); }); };
    const auto isTheirs = [&](Claim claim, const Protocol &protocol) { return claimant(claim) == &protocol; };
    m_areOwn = isTheirs({Claim::LinkType, ethernetLink}, protocols::ethernet) && isTheirs({Claim::EtherType, typeOfV4}, protocols::ipv4)
        && isTheirs({Claim::EtherType, typeOfV6}, protocols::ipv6) && isTheirs({Claim::IpProtocol, ipprotocol::tcp}, protocols::tcp)
        && isTheirs({Claim::IpProtocol, ipprotocol::udp}, protocols::udp) && !claimant({Claim::Ipv6NextHeader, ipprotocol::tcp})
        && !claimant({Claim::Ipv6NextHeader, ipprotocol::udp}) && std::ranges::all_of(recognisers(Claim::TcpContent), carriesNoPacket);
    std::ranges::copy(recognisers(Claim::UdpContent), std::back_inserter(m_byContent));
    for (std::uint32_t port = 0; port < ports; ++port) {
        m_behindTcp.push_back(kindOf(claimant({Claim::TcpPort, port}), true));
        m_behindUdp.push_back(kindOf(claimant({Claim::UdpPort, port}), false));
    }
}

UsualFrames::Behind UsualFrames::kindOf(const Protocol *claimant, bool isTcp)
{
    if (!claimant)
        return Behind::Nobody;
    if (carriesNoPacket(claimant) && (isTcp || !claimant->accepts))
        return Behind::NoPacket;
    return claimant == &protocols::vxlan && !isTcp ? Behind::Vxlan : Behind::Others;
}

// As tcp.cpp and udp.cpp ask: the lower port first, then what recognises its bytes.
UsualFrames::Behind UsualFrames::behind(const UsualFrame &usual, Bytes frame) const
{
    const std::uint16_t source = read16(frame, usual.transport), destination = read16(frame, usual.transport + 2);
    if (usual.isTcp)
        return m_behindTcp[source] == Behind::Others || m_behindTcp[destination] == Behind::Others ? Behind::Others : Behind::NoPacket;
    const Bytes carried = frame.subspan(usual.payload, std::min<std::size_t>(usual.end, frame.size()) - usual.payload);
    const Behind lower = m_behindUdp[std::min(source, destination)], taken = lower == Behind::Nobody ? m_behindUdp[std::max(source, destination)] : lower;
    if (taken == Behind::Vxlan)
        return protocols::vxlan.accepts(carried) ? taken : Behind::Others;
    const auto recognises = [&](const Protocol *protocol) { return protocol->recognises(carried); };
    return taken == Behind::Nobody && std::ranges::any_of(m_byContent, recognises) ? Behind::Others : taken;
}

std::optional<UsualFrame> UsualFrames::of(const Frame &frame) const
{
    if (!m_areOwn || frame.linkType != ethernetLink || frame.continued)
        return std::nullopt;
    Reading reading{frame.bytes, std::max<std::uint64_t>(frame.originalLength, frame.bytes.size())};
    for (UsualFrame usual; usual.depth < mostTunnels; ++usual.depth) {
        if (!reading.has(ethernetSize))
            return std::nullopt;
        const std::uint16_t type = read16(frame.bytes, reading.at + 12);
        usual.link = reading.at;
        usual.internet = reading.at += ethernetSize;
        usual.isV4 = type == typeOfV4;
        const auto protocol = usual.isV4 ? passV4(reading) : type == typeOfV6 ? passV6(reading) : std::nullopt;
        usual.transport = reading.at;
        usual.isTcp = protocol == ipprotocol::tcp;
        const bool isUdp = protocol == ipprotocol::udp;
        if ((!usual.isTcp && !isUdp) || !(usual.isTcp ? passTcp(reading) : passUdp(reading)))
            return std::nullopt;
        usual.payload = reading.at;
        usual.end = static_cast<std::uint32_t>(reading.end);
        const Behind taken = behind(usual, frame.bytes);
        if (taken == Behind::Nobody || taken == Behind::NoPacket)
            return usual;
        if (taken == Behind::Others || !reading.has(vxlanSize))
            return std::nullopt;
        reading.at += vxlanSize;
    }
    return std::nullopt;
}

} // namespace vethscope::journey
