#include "core/dissect/details.h"
#include "core/dissect/format.h"
#include "core/dissect/layerview.h"
#include "core/protocols/echo_stateful.h"
#include "core/protocols/icmp_fields.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <bit>

// ICMP: ping, and the errors of hosts and routers, which quote the packet they are about.
// RFC 792; next-hop MTU RFC 1191; length of the quote RFC 4884.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = icmpHeaderSize;

constexpr auto types = std::to_array<ValueName>({
    {0, "Echo (ping) reply"}, {3, "Destination unreachable"}, {4, "Source quench"}, {5, "Redirect"},
    {8, "Echo (ping) request"}, {9, "Router advertisement"}, {10, "Router solicitation"},
    {11, "Time-to-live exceeded"}, {12, "Parameter problem"}, {13, "Timestamp request"}, {14, "Timestamp reply"},
    {15, "Information request"}, {16, "Information reply"}, {17, "Address mask request"}, {18, "Address mask reply"},
    {42, "Extended Echo request"}, {43, "Extended Echo reply"},
});

constexpr auto unreachableCodes = std::to_array<ValueName>({
    {0, "Network unreachable"}, {1, "Host unreachable"}, {2, "Protocol unreachable"}, {3, "Port unreachable"},
    {4, "Fragmentation needed"}, {5, "Source route failed"}, {6, "Destination network unknown"},
    {7, "Destination host unknown"}, {8, "Source host isolated"}, {9, "Network administratively prohibited"},
    {10, "Host administratively prohibited"}, {11, "Network unreachable for TOS"}, {12, "Host unreachable for TOS"},
    {13, "Communication administratively filtered"}, {14, "Host precedence violation"}, {15, "Precedence cutoff in effect"},
});

constexpr auto redirectCodes = std::to_array<ValueName>({
    {0, "Redirect for network"}, {1, "Redirect for host"}, {2, "Redirect for TOS and network"}, {3, "Redirect for TOS and host"},
});
constexpr auto exceededCodes = std::to_array<ValueName>({{0, "Time to live exceeded in transit"}, {1, "Fragment reassembly time exceeded"}});

constexpr auto problemCodes = std::to_array<ValueName>({{0, "Pointer indicates the error"}, {1, "Required option missing"}, {2, "Bad length"}});

std::span<const ValueName> codesOf(std::uint8_t type)
{
    switch (type) {
    case DestinationUnreachable: return unreachableCodes;
    case Redirect: return redirectCodes;
    case TimeExceeded: return exceededCodes;
    case ParameterProblem: return problemCodes;
    default: return {};
    }
}

constexpr auto fields = std::to_array<Field>({
    {"type",     "Type",     bits(0, 8),   Show::Decimal, types},
    {"code",     "Code",     bits(8, 8),   Show::Decimal},
    {"checksum", "Checksum", bits(16, 16), Show::Hexadecimal},
    {"",         "Rest of header", bits(32, 32), Show::Raw},
});
static_assert(tiles(fields, headerSize));

constexpr auto &varyingFields = icmpVaryingFields;

constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 1}});

bool quotes(std::uint8_t type)
{
    return type == DestinationUnreachable || type == SourceQuench || type == Redirect || type == TimeExceeded
        || type == ParameterProblem;
}

bool isPing(std::uint8_t type)
{
    return type == EchoReply || type == EchoRequest;
}

// How long the message itself is, when nothing is carried behind it.
std::size_t messageSize(std::uint8_t type)
{
    switch (type) {
    case Timestamp:
    case TimestampReply: return 20;
    case MaskRequest:
    case MaskReply: return 12;
    default: return headerSize;
    }
}

// ping begins its data with the time of sending. As Wireshark does, only eight bytes are taken for it: of
// a 64-bit struct timeval these are the seconds.
constexpr std::size_t timestampSize = 8;

std::uint64_t littleEndian32(Bytes bytes, std::size_t at)
{
    return static_cast<std::uint32_t>(__builtin_bswap32(read32(bytes, at)));
}

bool looksLikeTime(std::uint64_t seconds, std::uint64_t microseconds)
{
    constexpr std::uint64_t year2001 = 1'000'000'000;
    return seconds > year2001 && microseconds < 1'000'000;
}

bool beginsWithTime(Bytes data)
{
    return data.size() >= timestampSize
        && (looksLikeTime(littleEndian32(data, 0), littleEndian32(data, 4)) || looksLikeTime(read32(data, 0), read32(data, 4)));
}

Dissected dissect(Bytes bytes)
{
    if (isPing(byteAt(bytes, 0)) && beginsWithTime(bytes.subspan(headerSize)))
        return Step{.size = headerSize + timestampSize};
    if (quotes(byteAt(bytes, 0)))
        return Step{.size = headerSize, .next = &protocols::ipv4, .boundary = Boundary::Quote};
    if (byteAt(bytes, 0) == RouterAdvertisement)
        return Step{.size = bytes.size(), .carries = false};
    return Step{.size = std::min(bytes.size(), messageSize(byteAt(bytes, 0)))};
}

// The sum covers the header and all that follows it, without a pseudo header.
ChecksumStatus checksumStatus(const LayerView &view)
{
    if (!view.payloadComplete() || view.layer().quoted) // of a quoted message, not all is there
        return ChecksumStatus::Unverified;
    InternetChecksum sum;
    sum.add(headerAndPayload(view));
    return sum.folded() == 0xffff ? ChecksumStatus::Good : ChecksumStatus::Bad;
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    addChecksumStatus(details, named(varyingFields, "checksum.status"), checksumStatus(view), named(fields, "checksum").place);
    addIcmpMessage(view, details);
    if (!isPing(byteAt(header, 0)) || header.size() != headerSize + timestampSize)
        return;
    const bool little = looksLikeTime(littleEndian32(header, 8), littleEndian32(header, 12));
    const std::uint64_t seconds = little ? littleEndian32(header, 8) : read32(header, 8);
    const std::uint64_t microseconds = little ? littleEndian32(header, 12) : read32(header, 12);
    details.add(named(varyingFields, ""), octets(headerSize, timestampSize), seconds * 1'000'000'000 + microseconds * 1000);
}

// What stands behind a word begins at one place, as in Wireshark's list.
void indent(TextBuffer &out, std::string_view word)
{
    constexpr std::size_t width = 20;
    for (std::size_t i = std::min(word.size(), width); i <= width; ++i)
        out.push_back(' ');
}

void info(const LayerView &view, TextBuffer &out)
{
    const Bytes header = view.header();
    const std::uint8_t type = byteAt(header, 0);
    const std::uint8_t code = byteAt(header, 1);
    const std::string_view word = nameOf(types, type);
    if (word.empty())
        print(out, "Type {}, code {}", type, code);
    else
        print(out, word);
    if (isPing(type)) {
        // The number in both byte orders, since not every system counts in the network's.
        const auto sequence = static_cast<std::uint16_t>(read16(header, 6));
        indent(out, word);
        print(out, "id=0x{:04x}, seq={}/{}", read16(header, 4), sequence, std::byteswap(sequence));
        if (auto ip = view.outer(); ip && &ip->protocol() == &protocols::ipv4)
            print(out, ", ttl={}", byteAt(ip->header(), 8));
        printEchoPartner(view, out);
    }
    if (const std::string_view reason = nameOf(codesOf(type), code); !reason.empty()) {
        indent(out, word);
        print(out, "({})", reason);
    }
}

} // namespace

constinit const Protocol protocols::icmp{
    .name = "icmp",
    .title = "Internet Control Message Protocol",
    .shortTitle = "ICMP",
    .reference = "RFC 792",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .stateful = echoStatefulFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

} // namespace vethscope
