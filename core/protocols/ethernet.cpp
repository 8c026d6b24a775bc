#include "core/dissect/format.h"
#include "core/dissect/layerview.h"
#include "core/protocols/ieee8023.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// Ethernet II frames carry everything between neighbours; a node's NIC, a bridge, a veth and a VXLAN
// device all speak it. IEEE 802.3, clause 3; the type field as in DIX Ethernet, or a length as in 802.3.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 14;

// A length of 0 is none: Wireshark, too, shows it as a type that nobody knows.
bool hasType(Bytes header)
{
    const std::uint16_t type = read16(header, 12);
    return isEtherType(type) || type == 0;
}

bool hasLength(Bytes header)
{
    return read16(header, 12) <= maximumLength && !hasType(header);
}

bool hasNeither(Bytes header)
{
    return !hasType(header) && !hasLength(header);
}

constexpr auto fields = std::to_array<Field>({
    {"dst", "Destination", bits(0, 48), Show::Mac},
    {"src", "Source",      bits(48, 48), Show::Mac},
    onlyIf(hasType,   {"type", "Type",   bits(96, 16), Show::Hexadecimal, etherTypeNames}),
    onlyIf(hasLength, {"len",  "Length", bits(96, 16), Show::Decimal}),
    onlyIf(hasNeither, {"invalid_lentype", "Invalid length/type", bits(96, 16), Show::Hexadecimal}),
});
static_assert(tiles(fields, headerSize));

constexpr auto aliases = std::to_array<Alias>({{"addr", "Address", {"dst", "src"}}});
constexpr auto claims = std::to_array<Claim>({{Claim::LinkType, 1}, {Claim::EtherType, 0x6558}});

Dissected dissect(Bytes bytes)
{
    // A FabricPath switch writes its own numbers in place of the two addresses.
    constexpr std::uint16_t fabricPath = 0x8903;
    if (read16(bytes, 12) == fabricPath)
        return Step{.instead = &protocols::fabricPath};
    return typeOrLengthStep(bytes, headerSize, read16(bytes, 12));
}

void summary(const LayerView &view, TextBuffer &out)
{
    printMac(out, view.raw(named(fields, "src")));
    print(out, " → ");
    printMac(out, view.raw(named(fields, "dst")));
}

} // namespace

constinit const Protocol protocols::ethernet{
    .name = "eth",
    .title = "Ethernet II",
    .shortTitle = "Ethernet",
    .reference = "IEEE 802.3",
    .headerSize = headerSize,
    .fields = fields,
    .aliases = aliases,
    .claims = claims,
    .dissect = dissect,
    .summary = summary,
    .source = &named(fields, "src"),
    .destination = &named(fields, "dst"),
    .throughEtherType = hasType,
};

} // namespace vethscope
