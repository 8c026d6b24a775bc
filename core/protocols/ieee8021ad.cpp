#include "core/dissect/layerview.h"
#include "core/protocols/ieee8023.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// A provider's own VLAN tag in front of the customer's, which follows as 802.1Q: "Q in Q". IEEE 802.1ad,
// now IEEE 802.1Q, clause 9.5.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 4;

bool hasType(Bytes header)
{
    return isEtherType(read16(header, 2));
}

constexpr auto fields = std::to_array<Field>({
    {"priority", "Priority", bits(0, 3),   Show::Decimal},
    {"dei",      "DEI",      bits(3, 1),   Show::Decimal},
    {"id",       "ID",       bits(4, 12),  Show::Decimal},
    {"",         "Type",     bits(16, 16), Show::Hexadecimal, etherTypeNames},
});
static_assert(tiles(fields, headerSize));

constexpr auto claims = std::to_array<Claim>({{Claim::EtherType, 0x88a8}});

Dissected dissect(Bytes bytes)
{
    return typeOrLengthStep(bytes, headerSize, read16(bytes, 2));
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, "PRI: {}  DEI: {}  ID: {}", view.number(named(fields, "priority")), view.number(named(fields, "dei")),
          view.number(named(fields, "id")));
}

} // namespace

constinit const Protocol protocols::ieee8021ad{
    .name = "ieee8021ad",
    .title = "IEEE 802.1ad Service VLAN",
    .shortTitle = "S-VLAN",
    .reference = "IEEE 802.1Q, clause 9.5",
    .headerSize = headerSize,
    .fields = fields,
    .claims = claims,
    .dissect = dissect,
    .summary = summary,
    .identifier = &named(fields, "id"),
    .throughEtherType = hasType,
};

} // namespace vethscope
