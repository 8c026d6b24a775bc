#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/field_cursor.h"
#include "core/protocols/ipv6_next_header.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// The IPv6 routing header: nodes to visit on the way. RFC 8200, section 4.4; segment routing RFC 8754;
// mobile hosts RFC 6275; type 0 is deprecated by RFC 5095.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 8;

enum Type : std::uint8_t { SourceRoute = 0, Mobile = 2, SegmentRouting = 4 };

constexpr auto types = std::to_array<ValueName>({
    {0, "Source Route"}, {1, "Nimrod"}, {2, "Type 2"}, {3, "RPL Source Route"}, {4, "Segment Routing"},
    {253, "Experiment 1"}, {254, "Experiment 2"},
});

bool isSegmentRouting(Bytes header)
{
    return byteAt(header, 2) == SegmentRouting;
}

bool isSourceRoute(Bytes header)
{
    return byteAt(header, 2) == SourceRoute;
}

bool isMobile(Bytes header)
{
    return byteAt(header, 2) == Mobile;
}

bool isOther(Bytes header)
{
    return !isSegmentRouting(header) && !isSourceRoute(header) && !isMobile(header);
}

constexpr auto fields = std::to_array<Field>({
    {"nxt",     "Next Header",   bits(0, 8),  Show::Decimal, ipProtocolNames},
    {"len",     "Length",        bits(8, 8),  Show::Decimal},
    {"type",    "Type",          bits(16, 8), Show::Decimal, types},
    {"segleft", "Segments Left", bits(24, 8), Show::Decimal},
    onlyIf(isOther, {"", "Type-specific data",                  bits(32, 32), Show::Raw}),
    onlyIf(isSourceRoute, {"src.reserved", "Reserved",          bits(32, 32), Show::Raw}),
    onlyIf(isMobile, {"mipv6.reserved", "Reserved",             bits(32, 32), Show::Raw}),
    onlyIf(isSegmentRouting, {"srh.last_entry", "Last Entry",   bits(32, 8),  Show::Decimal}),
    onlyIf(isSegmentRouting, {"srh.flags", "Flags",             bits(40, 8),  Show::Hexadecimal}),
    onlyIf(isSegmentRouting, {"srh.tag", "Tag",                 bits(48, 16), Show::Raw}),
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("len_oct",            "Length in bytes", Show::Decimal),
    varying("src.addr",           "Address",         Show::Ipv6),
    varying("mipv6.home_address", "Home Address",    Show::Ipv6),
    varying("srh.addr",           "Address",         Show::Ipv6),
});

constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 43}});

Dissected dissect(Bytes bytes)
{
    const std::size_t size = 8 + byteAt(bytes, 1) * 8u;
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    return Step{.size = size, .claims = ipv6NextHeader(byteAt(bytes, 0))};
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    details.generate(named(varyingFields, "len_oct"), header.size());
    FieldCursor cursor(details, header, headerSize, header.size());
    if (isSourceRoute(header)) {
        while (cursor.left() >= 16)
            cursor.add(named(varyingFields, "src.addr"), 16);
        details.note(Severity::Warning, Sentence::of("routing type 0 is deprecated: nodes must not follow it"), named(fields, "type").place);
    } else if (isMobile(header)) {
        cursor.add(named(varyingFields, "mipv6.home_address"), 16);
    } else if (isSegmentRouting(header)) {
        for (unsigned i = byteAt(header, 4) + 1u; i > 0 && cursor.left() >= 16; --i)
            cursor.add(named(varyingFields, "srh.addr"), 16);
    }
    if (header.size() > headerSize && byteAt(header, 3) * 16u > header.size() - headerSize)
        details.note(Severity::Error,
                     Sentence::of("{} segments are left, but the header holds only {}", byteAt(header, 3), (header.size() - headerSize) / 16),
                     named(fields, "segleft").place);
}

void info(const LayerView &view, TextBuffer &out)
{
    const std::string_view type = nameOf(types, view.number(named(fields, "type")));
    print(out, "IPv6 routing, {}, {} segments left", type.empty() ? std::string_view("unknown type") : type,
          view.number(named(fields, "segleft")));
}

} // namespace

constinit const Protocol protocols::ipv6Routing{
    .name = "ipv6.routing",
    .title = "Routing Header for IPv6",
    .shortTitle = "Routing",
    .reference = "RFC 8200, section 4.4",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

} // namespace vethscope
