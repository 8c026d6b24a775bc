#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/ipv6_next_header.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

#include <optional>

// Hop-by-hop and destination options: two headers of one shape, the first for every router on the way,
// the second for the destination alone. RFC 8200, sections 4.2, 4.3 and 4.6; router alert RFC 2711; a jumbo payload,
// RFC 2675, says the length that IPv6's own field cannot: Linux' BIG TCP carries it.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 8;

constexpr auto fields = std::to_array<Field>({
    {"nxt", "Next Header", bits(0, 8), Show::Decimal, ipProtocolNames},
    {"len", "Length",      bits(8, 8), Show::Decimal},
    {"",    "Options",     bits(16, 48), Show::Raw},
});
static_assert(tiles(fields, headerSize));

enum Type : std::uint8_t { Pad1 = 0x00, PadN = 0x01, EncapsulationLimit = 0x04, RouterAlert = 0x05, JumboPayload = 0xc2, HomeAddress = 0xc9 };

constexpr auto optionNames = std::to_array<ValueName>({
    {Pad1, "Pad1"}, {PadN, "PadN"}, {EncapsulationLimit, "Tunnel Encapsulation Limit"}, {RouterAlert, "Router Alert"},
    {JumboPayload, "Jumbo Payload"}, {HomeAddress, "Home Address"},
});
constexpr auto actions = std::to_array<ValueName>({
    {0, "Skip and continue"}, {1, "Discard"}, {2, "Discard and send ICMP"}, {3, "Discard and send ICMP if not multicast"},
});
constexpr auto alerts = std::to_array<ValueName>({{0, "MLD"}, {1, "RSVP"}, {2, "Active Network"}});

constexpr auto varyingFields = std::to_array<Field>({
    varying("len_oct",                           "Length in bytes",            Show::Decimal),
    whole(varying("ipv6.opt.type",               "Type",                       Show::Hexadecimal, optionNames)),
    whole(varying("ipv6.opt.type.action",        "Action",                     Show::Decimal, actions)),
    whole(varying("ipv6.opt.type.change",        "May Change",                 Show::Flag)),
    whole(varying("ipv6.opt.type.rest",          "Low-Order Bits",             Show::Hexadecimal)),
    whole(varying("ipv6.opt.length",             "Length",                     Show::Decimal)),
    whole(varying("ipv6.opt.padn",               "PadN",                       Show::Raw)),
    whole(varying("ipv6.opt.tel",                "Tunnel Encapsulation Limit", Show::Decimal)),
    whole(varying("ipv6.opt.router_alert",       "Router Alert",               Show::Decimal, alerts)),
    whole(varying("ipv6.opt.jumbo",              "Payload Length",             Show::Decimal)),
    whole(varying("ipv6.opt.mipv6.home_address", "Home Address",               Show::Ipv6)),
});

constexpr std::size_t prefixSize = 2; // type and length
constexpr std::uint32_t longestPlain = 0xffff; // what IPv6's own length field can say

// How long the option at `at` is by its own word; 0 when the header ends before it says so.
std::size_t sizeAt(Bytes header, std::size_t at)
{
    if (byteAt(header, at) == Pad1)
        return 1;
    return at + 1 < header.size() ? byteAt(header, at + 1) + prefixSize : 0;
}

// The payload's length, this header included, by a jumbo payload option.
std::optional<std::uint32_t> jumboLength(Bytes header)
{
    constexpr std::size_t jumboSize = prefixSize + 4;
    for (std::size_t at = 2; at < header.size();) {
        const std::size_t size = sizeAt(header, at);
        if (size == 0 || at + size > header.size())
            break;
        if (byteAt(header, at) == JumboPayload && size == jumboSize)
            return read32(header, at + prefixSize);
        at += size;
    }
    return std::nullopt;
}

Dissected dissect(Bytes bytes)
{
    const std::size_t size = 8 + byteAt(bytes, 1) * 8u;
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    const std::uint32_t jumbo = jumboLength(bytes.first(size)).value_or(0);
    return Step{.size = size,
                .claims = ipv6NextHeader(byteAt(bytes, 0)),
                .payload = jumbo > longestPlain ? jumbo - size : Step::everything};
}

void addJumbo(Details &details, Bytes header, std::size_t at)
{
    details.add(named(varyingFields, "ipv6.opt.jumbo"), header, octets(at, 4));
    if (read32(header, at) <= longestPlain)
        details.note(Severity::Error, Sentence::of("a jumbo payload of {} bytes, which IPv6's own length field can say", read32(header, at)),
                     octets(at, 4));
}

void addContents(Details &details, Bytes header, std::size_t at, std::size_t size)
{
    const BitRange contents = octets(at + prefixSize, size - prefixSize);
    switch (byteAt(header, at)) {
    case PadN:
        details.add(named(varyingFields, "ipv6.opt.padn"), header, contents);
        break;
    case EncapsulationLimit:
        if (size == prefixSize + 1)
            details.add(named(varyingFields, "ipv6.opt.tel"), header, contents);
        break;
    case RouterAlert:
        if (size == prefixSize + 2)
            details.add(named(varyingFields, "ipv6.opt.router_alert"), header, contents);
        break;
    case JumboPayload:
        if (size == prefixSize + 4)
            addJumbo(details, header, at + prefixSize);
        break;
    case HomeAddress:
        if (size == prefixSize + 16)
            details.add(named(varyingFields, "ipv6.opt.mipv6.home_address"), header, contents);
        break;
    default:
        break;
    }
}

void addOption(Details &details, Bytes header, std::size_t at, std::size_t size)
{
    const std::uint8_t type = byteAt(header, at);
    const std::string_view name = nameOf(optionNames, type);
    details.text(type == Pad1 ? name
                 : name.empty() ? details.format("Option 0x{:02x}, {} bytes", type, size)
                                : details.format("{}, {} bytes", name, size),
                 octets(at, size));
    const auto below = details.below();
    details.add(named(varyingFields, "ipv6.opt.type"), header, octets(at, 1));
    if (type == Pad1)
        return;
    details.add(named(varyingFields, "ipv6.opt.type.action"), header, bits(at * 8, 2));
    details.add(named(varyingFields, "ipv6.opt.type.change"), header, bits(at * 8 + 2, 1));
    details.add(named(varyingFields, "ipv6.opt.type.rest"), header, bits(at * 8 + 3, 5));
    details.add(named(varyingFields, "ipv6.opt.length"), header, octets(at + 1, 1));
    addContents(details, header, at, size);
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    details.generate(named(varyingFields, "len_oct"), header.size());
    for (std::size_t at = 2; at < header.size();) {
        const std::size_t size = sizeAt(header, at);
        if (size == 0 || at + size > header.size()) {
            details.note(Severity::Error, Sentence::of("an option at byte {} says {} bytes, which its header does not have", at, size),
                         octets(at, header.size() - at));
            return;
        }
        addOption(details, header, at, size);
        at += size;
    }
}

void info(const LayerView &view, TextBuffer &out)
{
    print(out, "IPv6 options, {} bytes", view.header().size());
}

constexpr auto hopByHopClaims = std::to_array<Claim>({{Claim::IpProtocol, 0}});
constexpr auto destinationClaims = std::to_array<Claim>({{Claim::IpProtocol, 60}});

} // namespace

constinit const Protocol protocols::ipv6HopByHop{
    .name = "ipv6.hopopts",
    .title = "IPv6 Hop-by-Hop Option",
    .shortTitle = "Hop-by-Hop",
    .reference = "RFC 8200, section 4.3",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = hopByHopClaims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

constinit const Protocol protocols::ipv6DestinationOptions{
    .name = "ipv6.dstopts",
    .title = "IPv6 Destination Options",
    .shortTitle = "Dst Options",
    .reference = "RFC 8200, section 4.6",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = destinationClaims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

} // namespace vethscope
