#include "core/dissect/layerview.h"
#include "core/protocols/ieee8023.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// A bridge's port extender (a fabric extender, an SR-IOV NIC) says in this tag which of its ports a frame came from and
// which it is for. IEEE 802.1BR, clause 7.5: the numbers of ports (E-CID) have an extension of 8 bits.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 8;

constexpr auto groups = std::to_array<ValueName>({
    {0, "Point-to-point"}, {1, "Point-to-multipoint"}, {2, "Point-to-multipoint"}, {3, "Point-to-multipoint"},
});

bool hasType(Bytes)
{
    return true;
}

constexpr auto fields = std::to_array<Field>({
    {"pcp",        "E-PCP",              bits(0, 3),   Show::Decimal, priorityNames},
    {"dei",        "E-DEI",              bits(3, 1),   Show::Decimal},
    {"iecid_base", "Ingress_E-CID_base", bits(4, 12),  Show::Hexadecimal},
    {"resv",       "Reserved",           bits(16, 2),  Show::Decimal},
    {"group",      "GRP",                bits(18, 2),  Show::Decimal, groups},
    {"ecid_base",  "E-CID_base",         bits(20, 12), Show::Hexadecimal},
    {"iecid_ext",  "Ingress_E-CID_ext",  bits(32, 8),  Show::Hexadecimal},
    {"ecid_ext",   "E-CID_ext",          bits(40, 8),  Show::Hexadecimal},
    {"etype",      "Type",               bits(48, 16), Show::Hexadecimal, etherTypeNames},
});
static_assert(tiles(fields, headerSize));

constexpr auto claims = std::to_array<Claim>({{Claim::EtherType, 0x893f}});

Dissected dissect(Bytes bytes)
{
    return typeOrLengthStep(bytes, headerSize, read16(bytes, 6));
}

// A port's number as Wireshark writes it: the extension above the base, without the group between them.
std::uint64_t portOf(const LayerView &view, const Field &extension, const Field &base)
{
    return view.number(extension) << 12 | view.number(base);
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, "Ingress_E-CID: {}  E-CID: {}", portOf(view, named(fields, "iecid_ext"), named(fields, "iecid_base")),
          portOf(view, named(fields, "ecid_ext"), named(fields, "ecid_base")));
}

} // namespace

constinit const Protocol protocols::etag{
    .name = "etag",
    .title = "802.1BR E-Tag",
    .shortTitle = "E-Tag",
    .reference = "IEEE 802.1BR",
    .headerSize = headerSize,
    .fields = fields,
    .claims = claims,
    .dissect = dissect,
    .summary = summary,
    .throughEtherType = hasType,
};

} // namespace vethscope
