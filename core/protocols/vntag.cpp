#include "core/dissect/layerview.h"
#include "core/protocols/ieee8023.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// Cisco's tag between a switch and the virtual interfaces behind one of its ports (fabric extenders, VM-FEX): which of
// them sent a frame and which it is for. Cisco and VMware's proposal to IEEE 802.1Qbh, of 2009.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 6;

constexpr auto directions = std::to_array<ValueName>({{0, "To Bridge"}, {1, "From Bridge"}});
constexpr auto pointers = std::to_array<ValueName>({{0, "vif_id"}, {1, "vif_list_id"}});
constexpr auto loops = std::to_array<ValueName>({{0, "No"}, {1, "Yes"}});

bool hasType(Bytes header)
{
    return read16(header, 4) > maximumLength;
}

bool hasLength(Bytes header)
{
    return !hasType(header);
}

constexpr auto fields = std::to_array<Field>({
    {"dir",     "Direction",   bits(0, 1),   Show::Flag, directions},
    {"ptr",     "Pointer",     bits(1, 1),   Show::Flag, pointers},
    {"dst",     "Destination", bits(2, 14),  Show::Decimal},
    {"looped",  "Looped",      bits(16, 1),  Show::Flag, loops},
    {"r",       "Reserved",    bits(17, 1),  Show::Decimal},
    {"version", "Version",     bits(18, 2),  Show::Decimal},
    {"src",     "Source",      bits(20, 12), Show::Decimal},
    onlyIf(hasType,   {"etype", "Type",   bits(32, 16), Show::Hexadecimal, etherTypeNames}),
    onlyIf(hasLength, {"len",   "Length", bits(32, 16), Show::Decimal}),
});
static_assert(tiles(fields, headerSize));

constexpr auto claims = std::to_array<Claim>({{Claim::EtherType, 0x8926}});

Dissected dissect(Bytes bytes)
{
    return typeOrLengthStep(bytes, headerSize, read16(bytes, 4));
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, "{} → {}, {}", view.number(named(fields, "src")), view.number(named(fields, "dst")),
          nameOf(directions, view.number(named(fields, "dir"))));
}

} // namespace

constinit const Protocol protocols::vntag{
    .name = "vntag",
    .title = "VN-Tag",
    .shortTitle = "VN-Tag",
    .reference = "Cisco VN-Tag",
    .headerSize = headerSize,
    .fields = fields,
    .claims = claims,
    .dissect = dissect,
    .summary = summary,
    .throughEtherType = hasType,
};

} // namespace vethscope
