#include "core/dissect/details.h"
#include "core/dissect/format.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"
#include "core/protocols/stp_instances.h"

// Bridges find a tree without loops by telling each other their best way to the root. IEEE 802.1D-2004,
// clause 9.3; regions with several trees in IEEE 802.1Q, clause 14; one tree a VLAN as Cisco's PVST+.

namespace vethscope {
namespace {

constexpr std::size_t smallest = 4; // a topology change notification
constexpr std::size_t configurationSize = 35;
constexpr std::size_t rapidSize = 36;
constexpr std::uint8_t configuration = 0x00;
constexpr std::uint8_t rapid = 0x02;

bool isRapid(Bytes header)
{
    return byteAt(header, 3) == rapid;
}

bool hasVectors(Bytes header)
{
    return isRapid(header) || byteAt(header, 3) == configuration;
}

constexpr auto protocolNames = std::to_array<ValueName>({{0, "Spanning Tree Protocol"}});
constexpr auto versions = std::to_array<ValueName>({
    {0, "Spanning Tree"}, {2, "Rapid Spanning Tree"}, {3, "Multiple Spanning Tree"}, {4, "Shortest Path Tree"},
});
constexpr auto types = std::to_array<ValueName>({
    {configuration, "Configuration"}, {rapid, "Rapid/Multiple Spanning Tree"}, {0x80, "Topology Change Notification"},
});

constexpr Field fraction(std::size_t offset)
{
    return onlyIf(hasVectors, quiet({{}, "Fraction (1/256 s)", bits(offset, 8), Show::Decimal}));
}

// The four times count 1/256 of a second: whole seconds are their first byte.
constexpr auto fields = std::to_array<Field>({
    {"protocol", "Protocol Identifier",                                        bits(0, 16),   Show::Hexadecimal, protocolNames},
    {"version", "Protocol Version Identifier",                                 bits(16, 8),   Show::Decimal, versions},
    {"type", "BPDU Type",                                                      bits(24, 8),   Show::Hexadecimal, types},
    onlyIf(hasVectors, group("flags", "BPDU flags",                            bits(32, 8))),
    onlyIf(hasVectors, {"flags.tcack", "Topology Change Acknowledgment",       bits(32, 1),   Show::Flag}),
    onlyIf(isRapid, {"flags.agreement", "Agreement",                           bits(33, 1),   Show::Flag}),
    onlyIf(isRapid, {"flags.forwarding", "Forwarding",                         bits(34, 1),   Show::Flag}),
    onlyIf(isRapid, {"flags.learning", "Learning",                             bits(35, 1),   Show::Flag}),
    onlyIf(isRapid, {"flags.port_role", "Port Role",                           bits(36, 2),   Show::Decimal, stpPortRoles}),
    onlyIf(isRapid, {"flags.proposal", "Proposal",                             bits(38, 1),   Show::Flag}),
    onlyIf(hasVectors, {"flags.tc", "Topology Change",                         bits(39, 1),   Show::Flag}),
    onlyIf(hasVectors, scaled({"root.prio", "Root Bridge Priority",            bits(40, 4),   Show::Decimal}, 4096)),
    onlyIf(hasVectors, {"root.ext", "Root Bridge System ID Extension",         bits(44, 12),  Show::Decimal}),
    onlyIf(hasVectors, {"root.hw", "Root Bridge System ID",                    bits(56, 48),  Show::Mac}),
    onlyIf(hasVectors, {"root.cost", "Root Path Cost",                         bits(104, 32), Show::Decimal}),
    onlyIf(hasVectors, scaled({"bridge.prio", "Bridge Priority",               bits(136, 4),  Show::Decimal}, 4096)),
    onlyIf(hasVectors, {"bridge.ext", "Bridge System ID Extension",            bits(140, 12), Show::Decimal}),
    onlyIf(hasVectors, {"bridge.hw", "Bridge System ID",                       bits(152, 48), Show::Mac}),
    onlyIf(hasVectors, {"port", "Port identifier",                             bits(200, 16), Show::Hexadecimal}),
    onlyIf(hasVectors, {"msg_age", "Message Age (s)",                          bits(216, 8),  Show::Decimal}),
    fraction(224),
    onlyIf(hasVectors, {"max_age", "Max Age (s)",                              bits(232, 8),  Show::Decimal}),
    fraction(240),
    onlyIf(hasVectors, {"hello", "Hello Time (s)",                             bits(248, 8),  Show::Decimal}),
    fraction(256),
    onlyIf(hasVectors, {"forward", "Forward Delay (s)",                        bits(264, 8),  Show::Decimal}),
    fraction(272),
    onlyIf(isRapid, {"version_1_length", "Version 1 Length",                   bits(280, 8),  Show::Decimal}),
});
static_assert(tiles(fields, rapidSize));

constexpr auto claims = std::to_array<Claim>({{Claim::LlcSap, 0x42}});

// What LLC carries is one BPDU to its end.
Dissected dissect(Bytes bytes)
{
    const std::size_t needed = isRapid(bytes) ? rapidSize : hasVectors(bytes) ? configurationSize : smallest;
    if (bytes.size() < needed)
        return std::unexpected(Damage::tooShort(needed, bytes.size()));
    return Step{.size = bytes.size(), .carries = false};
}

bool isPerVlan(const LayerView &view)
{
    const auto outer = view.outer();
    return outer && &outer->protocol() == &protocols::llc && outer->header().size() == 8;
}

void details(const LayerView &view, Details &details)
{
    const Bytes header = view.header();
    constexpr std::uint8_t multiple = 3;
    if (isRapid(header) && byteAt(header, 2) >= multiple && header.size() > rapidSize)
        addStpInstances(details, header, rapidSize);
    else if (hasVectors(header) && isPerVlan(view) && header.size() > rapidSize)
        addStpVlan(details, header, rapidSize);
}

void info(const LayerView &view, TextBuffer &out)
{
    const Bytes header = view.header();
    if (!hasVectors(header)) {
        print(out, byteAt(header, 3) == 0x80 ? "Topology Change Notification" : "Unknown BPDU type");
        return;
    }
    print(out, "{}. Root = {}/{}/", isRapid(header) ? "RST" : "Conf", view.number(named(fields, "root.prio")),
          view.number(named(fields, "root.ext")));
    printMac(out, view.raw(named(fields, "root.hw")));
    print(out, "  Cost = {}  Port = 0x{:04x}", view.number(named(fields, "root.cost")), view.number(named(fields, "port")));
}

} // namespace

constinit const Protocol protocols::stp{
    .name = "stp",
    .title = "Spanning Tree Protocol",
    .shortTitle = "STP",
    .reference = "IEEE 802.1D",
    .headerSize = smallest,
    .fields = fields,
    .varying = stpVaryingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .info = info,
};

} // namespace vethscope
