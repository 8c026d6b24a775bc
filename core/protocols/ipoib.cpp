#include "core/dissect/layerview.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// IP over InfiniBand: four bytes of its own, and in front of them the place of InfiniBand's global route header, which is
// left empty, but for the destination, where the packet had none. RFC 4391, section 6; tcpdump.org, LINKTYPE_IPOIB.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 44;

bool hasRoute(Bytes header)
{
    return byteAt(header, 0) >> 4 == 6;
}

bool hasNoRoute(Bytes header)
{
    return !hasRoute(header);
}

constexpr auto fields = std::to_array<Field>({
    onlyIf(hasRoute,   group("grh",         "Global Route Header",   bits(0, 320), Show::Nothing)),
    onlyIf(hasRoute,   {"grh.ipver",        "IP Version",            bits(0, 4),   Show::Decimal}),
    onlyIf(hasRoute,   {"grh.tclass",       "Traffic Class",         bits(4, 8),   Show::Decimal}),
    onlyIf(hasRoute,   {"grh.flowlabel",    "Flow Label",            bits(12, 20), Show::Decimal}),
    onlyIf(hasRoute,   reserved(bits(32, 8))),
    onlyIf(hasRoute,   {"grh.sqpn",         "Source QPN",            bits(40, 24), Show::Hexadecimal}),
    onlyIf(hasRoute,   {"grh.sgid",         "Source GID",            bits(64, 128), Show::Ipv6}),
    onlyIf(hasRoute,   {"dgid",             "Destination GID",       bits(192, 128), Show::Ipv6}),
    onlyIf(hasNoRoute, reserved(bits(0, 64))),
    onlyIf(hasNoRoute, reserved(bits(64, 64))),
    onlyIf(hasNoRoute, reserved(bits(128, 32))),
    onlyIf(hasNoRoute, group("daddr",       "Destination address",   bits(160, 160), Show::Nothing)),
    onlyIf(hasNoRoute, reserved(bits(160, 8))),
    onlyIf(hasNoRoute, {"daddr.qpn",        "Destination QPN",       bits(168, 24), Show::Hexadecimal}),
    onlyIf(hasNoRoute, {"dgid",             "Destination GID",       bits(192, 128), Show::Ipv6}),
    {"type",     "Type",     bits(320, 16), Show::Hexadecimal, etherTypeNames},
    {"reserved", "Reserved", bits(336, 16), Show::Hexadecimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto claims = std::to_array<Claim>({{Claim::LinkType, 242}});

Dissected dissect(Bytes bytes)
{
    return Step{.size = headerSize, .claims = {{{Claim::EtherType, read16(bytes, 40)}}}};
}

void summary(const LayerView &view, TextBuffer &out)
{
    const std::string_view name = nameOf(etherTypeNames, view.number(named(fields, "type")));
    print(out, name.empty() ? std::string_view("unknown type") : name);
}

} // namespace

constinit const Protocol protocols::ipoib{
    .name = "ipoib",
    .title = "IP over InfiniBand",
    .shortTitle = "IPoIB",
    .reference = "RFC 4391",
    .headerSize = headerSize,
    .fields = fields,
    .claims = claims,
    .dissect = dissect,
    .summary = summary,
};

} // namespace vethscope
