#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

// A switch mirrors frames to an analyser far away: GRE, then this header, then the frame as it was. Type I
// has no header at all. draft-foschiano-erspan-03, sections 4 to 6.

namespace vethscope {
namespace {

constexpr std::size_t type2Size = 8;
constexpr std::size_t type3Size = 12;
constexpr std::size_t platformSize = 8;

constexpr auto versions = std::to_array<ValueName>({{0, "Type I"}, {1, "Type II"}, {2, "Type III"}});
constexpr auto encapsulations = std::to_array<ValueName>({
    {0, "Originally without VLAN tag"}, {1, "Originally ISL encapsulated"}, {2, "Originally 802.1Q encapsulated"},
    {3, "VLAN tag preserved in frame"},
});
constexpr auto integrities = std::to_array<ValueName>({
    {0, "Good or unknown integrity"}, {1, "Short frame"}, {2, "Oversized frame"}, {3, "CRC or alignment error"},
});
constexpr auto truncations = std::to_array<ValueName>({{0, "Not truncated"}, {1, "Truncated"}});
constexpr auto frameTypes = std::to_array<ValueName>({{0, "Ethernet"}, {2, "IP"}});
constexpr auto directions = std::to_array<ValueName>({{0, "Ingress"}, {1, "Egress"}});
constexpr auto granularities = std::to_array<ValueName>({
    {0, "100 microseconds"}, {1, "100 nanoseconds"}, {2, "IEEE 1588"}, {3, "Custom granularity"},
});

constexpr auto type2Fields = std::to_array<Field>({
    {"version", "Version",     bits(0, 4),   Show::Decimal, versions},
    {"vlan", "Vlan",           bits(4, 12),  Show::Decimal},
    {"cos", "COS",             bits(16, 3),  Show::Decimal},
    {"encap", "Encap",         bits(19, 2),  Show::Decimal, encapsulations},
    {"truncated", "Truncated", bits(21, 1),  Show::Decimal, truncations},
    {"spanid", "SpanID",       bits(22, 10), Show::Decimal},
    {"reserved", "Reserved",   bits(32, 12), Show::Decimal},
    {"index", "Index",         bits(44, 20), Show::Decimal},
});
static_assert(tiles(type2Fields, type2Size));

constexpr auto type3Fields = std::to_array<Field>({
    {"version", "Version",                 bits(0, 4),   Show::Decimal, versions},
    {"vlan", "Vlan",                       bits(4, 12),  Show::Decimal},
    {"cos", "COS",                         bits(16, 3),  Show::Decimal},
    {"bso", "Bad/Short/Oversized",         bits(19, 2),  Show::Decimal, integrities},
    {"truncated", "Truncated",             bits(21, 1),  Show::Decimal, truncations},
    {"spanid", "SpanID",                   bits(22, 10), Show::Decimal},
    {"timestamp", "Timestamp",             bits(32, 32), Show::Decimal},
    {"sgt", "Security Group Tag",          bits(64, 16), Show::Decimal},
    {"p", "Has Ethernet PDU",              bits(80, 1),  Show::Decimal},
    {"ft", "Frame Type",                   bits(81, 5),  Show::Decimal, frameTypes},
    {"hw", "Hardware ID",                  bits(86, 6),  Show::Decimal},
    {"direction", "Direction",             bits(92, 1),  Show::Flag, directions},
    {"gra", "Timestamp granularity",       bits(93, 2),  Show::Decimal, granularities},
    {"o", "Optional Sub headers",          bits(95, 1),  Show::Decimal},
});
static_assert(tiles(type3Fields, type3Size));

constexpr auto platformFields = std::to_array<Field>({
    varying("platid",          "Platform ID",            Show::Decimal),
    varying("pid1.vsmid",      "VSM Domain ID",          Show::Decimal),
    varying("pid1.port_index", "Port ID/Index",          Show::Decimal),
    varying("pid3.port_index", "Port ID/Index",          Show::Decimal),
    varying("pid3.timestamp",  "Upper 32-bit Timestamp", Show::Decimal),
    varying("pid5.switchid",   "Switch ID",              Show::Decimal),
    varying("pid5.port_index", "Port ID/Index",          Show::Decimal),
    varying("pid5.timestamp",  "Timestamp (seconds)",    Show::Decimal),
    varying("pid7.source_index", "Source Index",         Show::Decimal),
    varying("pid7.timestamp",  "Upper 32-bit Timestamp", Show::Decimal),
});

Dissected dissectType1(Bytes)
{
    return Step{.size = 0, .next = &protocols::ethernet, .boundary = Boundary::Tunnel};
}

Dissected dissectType2(Bytes)
{
    return Step{.size = type2Size, .next = &protocols::ethernet, .boundary = Boundary::Tunnel};
}

Dissected dissectType3(Bytes bytes)
{
    const bool hasPlatform = readBits(bytes, named(type3Fields, "o").place) != 0;
    const std::size_t size = type3Size + (hasPlatform ? platformSize : 0);
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    const bool ethernetFrame = readBits(bytes, named(type3Fields, "ft").place) == 0;
    return Step{.size = size, .next = ethernetFrame ? &protocols::ethernet : nullptr, .boundary = Boundary::Tunnel};
}

void detailsType3(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    if (header.size() < type3Size + platformSize)
        return;
    constexpr std::size_t begin = type3Size * 8;
    const std::uint64_t platform = readBits(header, bits(begin, 6));
    details.add(named(platformFields, "platid"), header, bits(begin, 6));
    switch (platform) {
    case 1:
        details.add(named(platformFields, "pid1.vsmid"), header, bits(begin + 20, 12));
        details.add(named(platformFields, "pid1.port_index"), header, bits(begin + 32, 32));
        break;
    case 3:
        details.add(named(platformFields, "pid3.port_index"), header, bits(begin + 18, 14));
        details.add(named(platformFields, "pid3.timestamp"), header, bits(begin + 32, 32));
        break;
    case 5:
    case 6:
        details.add(named(platformFields, "pid5.switchid"), header, bits(begin + 6, 10));
        details.add(named(platformFields, "pid5.port_index"), header, bits(begin + 16, 16));
        details.add(named(platformFields, "pid5.timestamp"), header, bits(begin + 32, 32));
        break;
    case 7:
    case 8:
        details.add(named(platformFields, "pid7.source_index"), header, bits(begin + 12, 20));
        details.add(named(platformFields, "pid7.timestamp"), header, bits(begin + 32, 32));
        break;
    default:
        break;
    }
}

void summaryType1(const LayerView &, TextBuffer &out)
{
    print(out, "no header of its own: the frame follows GRE");
}

void summaryType2(const LayerView &view, TextBuffer &out)
{
    print(out, "session {}, VLAN {}", view.number(named(type2Fields, "spanid")), view.number(named(type2Fields, "vlan")));
}

void summaryType3(const LayerView &view, TextBuffer &out)
{
    print(out, "session {}, VLAN {}, {}", view.number(named(type3Fields, "spanid")), view.number(named(type3Fields, "vlan")),
          nameOf(directions, view.number(named(type3Fields, "direction"))));
}

} // namespace

constinit const Protocol protocols::erspan1{
    .name = "erspan",
    .title = "Encapsulated Remote Switch Packet ANalysis Type I",
    .shortTitle = "ERSPAN I",
    .reference = "draft-foschiano-erspan",
    .dissect = dissectType1,
    .summary = summaryType1,
    .tunnel = "erspan",
};

constinit const Protocol protocols::erspan2{
    .name = "erspan",
    .title = "Encapsulated Remote Switch Packet ANalysis Type II",
    .shortTitle = "ERSPAN II",
    .reference = "draft-foschiano-erspan",
    .headerSize = type2Size,
    .fields = type2Fields,
    .dissect = dissectType2,
    .summary = summaryType2,
    .identifier = &named(type2Fields, "spanid"),
    .tunnel = "erspan",
};

constinit const Protocol protocols::erspan3{
    .name = "erspan",
    .title = "Encapsulated Remote Switch Packet ANalysis Type III",
    .shortTitle = "ERSPAN III",
    .reference = "draft-foschiano-erspan",
    .headerSize = type3Size,
    .fields = type3Fields,
    .varying = platformFields,
    .dissect = dissectType3,
    .details = detailsType3,
    .summary = summaryType3,
    .identifier = &named(type3Fields, "spanid"),
    .tunnel = "erspan",
};

} // namespace vethscope
