#include "core/dissect/layerview.h"
#include "core/protocols/ieee8023.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// A VLAN tag sits between the addresses and the type of an Ethernet frame. IEEE 802.1Q, clause 9.6.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 4;

bool hasType(Bytes header)
{
    return isEtherType(read16(header, 2));
}

bool hasLength(Bytes header)
{
    return !hasType(header);
}

constexpr auto fields = std::to_array<Field>({
    {"priority", "Priority", bits(0, 3),  Show::Decimal, priorityNames},
    {"dei",      "DEI",      bits(3, 1),  Show::Flag},
    {"id",       "ID",       bits(4, 12), Show::Decimal},
    onlyIf(hasType,   {"etype", "Type",   bits(16, 16), Show::Hexadecimal, etherTypeNames}),
    onlyIf(hasLength, {"len",   "Length", bits(16, 16), Show::Decimal}),
});
static_assert(tiles(fields, headerSize));

// 0x9100 is what some switches wrote before 802.1ad had a number of its own.
constexpr auto claims = std::to_array<Claim>({{Claim::EtherType, 0x8100}, {Claim::EtherType, 0x9100}});

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

constinit const Protocol protocols::vlan{
    .name = "vlan",
    .title = "802.1Q Virtual LAN",
    .shortTitle = "VLAN",
    .reference = "IEEE 802.1Q",
    .headerSize = headerSize,
    .fields = fields,
    .claims = claims,
    .dissect = dissect,
    .summary = summary,
    .identifier = &named(fields, "id"),
    .throughEtherType = hasType,
};

} // namespace vethscope
