#include "core/dissect/details.h"
#include "core/dissect/format.h"
#include "core/dissect/layerview.h"
#include "core/protocols/checksum.h"
#include "core/protocols/echo_stateful.h"
#include "core/protocols/icmpv6_messages.h"
#include "core/protocols/protocols.h"

// ICMPv6: ping and errors as in IPv4, and neighbour discovery, which does for IPv6 what ARP does.
// RFC 4443; RFC 4861 for neighbours and routers; RFC 2710 and 3810 for multicast listeners.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 4;

constexpr auto types = std::to_array<ValueName>({
    {1, "Destination Unreachable"}, {2, "Packet Too Big"}, {3, "Time Exceeded"}, {4, "Parameter Problem"},
    {128, "Echo (ping) request"}, {129, "Echo (ping) reply"}, {130, "Multicast Listener Query"},
    {131, "Multicast Listener Report"}, {132, "Multicast Listener Done"}, {133, "Router Solicitation"},
    {134, "Router Advertisement"}, {135, "Neighbor Solicitation"}, {136, "Neighbor Advertisement"},
    {137, "Redirect"}, {143, "Multicast Listener Report Message v2"},
});

// RFC 4443, section 3, and RFC 7112; the words are Wireshark's.
constexpr auto unreachableCodes = std::to_array<ValueName>({
    {0, "no route to destination"}, {1, "Administratively prohibited"}, {2, "Beyond scope of source address"},
    {3, "Address unreachable"}, {4, "Port unreachable"}, {5, "Source address failed ingress/egress policy"},
    {6, "Reject route to destination"}, {7, "Error in Source Routing Header"},
});
constexpr auto exceededCodes = std::to_array<ValueName>({{0, "hop limit exceeded in transit"}, {1, "fragment reassembly time exceeded"}});
constexpr auto problemCodes = std::to_array<ValueName>({
    {0, "erroneous header field encountered"}, {1, "unrecognized Next Header type encountered"}, {2, "unrecognized IPv6 option encountered"},
    {3, "IPv6 First Fragment has incomplete IPv6 Header Chain"},
});

std::span<const ValueName> codesOf(std::uint8_t type)
{
    switch (type) {
    case 1: return unreachableCodes;
    case 3: return exceededCodes;
    case 4: return problemCodes;
    default: return {};
    }
}

constexpr auto fields = std::to_array<Field>({
    {"type",     "Type",     bits(0, 8),   Show::Decimal, types},
    {"code",     "Code",     bits(8, 8),   Show::Decimal},
    {"checksum", "Checksum", bits(16, 16), Show::Hexadecimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 58}});

bool isError(std::uint8_t type)
{
    return type >= 1 && type <= 4;
}

bool isEcho(std::uint8_t type)
{
    return type == 128 || type == 129;
}

Dissected dissect(Bytes bytes)
{
    const std::uint8_t type = byteAt(bytes, 0);
    const std::size_t size = icmpv6HeaderSize(bytes);
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    if (isError(type))
        return Step{.size = size, .next = &protocols::ipv6, .boundary = Boundary::Quote};
    return Step{.size = size, .carries = isEcho(type)};
}

void details(const LayerView &view, Details &details)
{
    addChecksumStatus(details, named(icmpv6VaryingFields, "checksum.status"),
                      view.layer().quoted ? ChecksumStatus::Unverified
                                          : validate(view, 58, view.header().size() + view.payloadLength()),
                      named(fields, "checksum").place);
    addIcmpv6Message(details, view.header());
}

void info(const LayerView &view, TextBuffer &out)
{
    const Bytes header = view.header();
    const std::uint8_t type = byteAt(header, 0);
    const std::string_view word = nameOf(types, type);
    if (word.empty())
        print(out, "Type {}, code {}", type, byteAt(header, 1));
    else
        print(out, word);
    if (isEcho(type)) {
        print(out, " id=0x{:04x}, seq={}", read16(header, 4), read16(header, 6));
        auto ip = view.outer();
        while (ip && &ip->protocol() != &protocols::ipv6) // extension headers lie between
            ip = ip->outer();
        if (ip)
            print(out, ", hop limit={}", byteAt(ip->header(), 7));
        printEchoPartner(view, out);
    } else if (!word.empty()) {
        const std::string_view reason = nameOf(codesOf(type), byteAt(header, 1));
        reason.empty() ? printNeighborDiscovery(header, out) : print(out, " ({})", reason);
    }
}

void gist(const LayerView &view, TextBuffer &out)
{
    if (byteAt(view.header(), 0) == 2)
        print(out, " (MTU {})", read32(view.header(), 4));
}

} // namespace

constinit const Protocol protocols::icmpv6{
    .name = "icmpv6",
    .title = "Internet Control Message Protocol v6",
    .shortTitle = "ICMPv6",
    .reference = "RFC 4443",
    .headerSize = headerSize,
    .fields = fields,
    .varying = icmpv6VaryingFields,
    .stateful = echoStatefulFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
    .gist = gist,
};

} // namespace vethscope
