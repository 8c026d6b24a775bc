#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// Cisco's own framing of serial lines: an address, a control byte and, mostly, an EtherType. RFC 1547, section 4.3.1;
// tcpdump.org, LINKTYPE_C_HDLC.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 4;
constexpr std::uint16_t slarpType = 0x8035; // RARP's in Ethernet
constexpr std::uint16_t spanningTree = 0x4242;
constexpr std::uint16_t osi = 0xfefe;

constexpr auto addresses = std::to_array<ValueName>({{0x0f, "Unicast"}, {0x8f, "Multicast"}});
constexpr auto types = std::to_array<ValueName>({
    {0x0800, "IP"}, {0x2000, "CDP"}, {spanningTree, "Spanning Tree Protocol"}, {0x6558, "Transparent Ethernet bridging"}, {slarpType, "SLARP"},
    {0x86dd, "IPv6"}, {0x8847, "MPLS unicast"}, {0x8848, "MPLS multicast"}, {osi, "OSI"},
});

constexpr auto fields = std::to_array<Field>({
    {"address",  "Address",  bits(0, 8),   Show::Hexadecimal, addresses},
    {"control",  "Control",  bits(8, 8),   Show::Hexadecimal},
    {"protocol", "Protocol", bits(16, 16), Show::Hexadecimal, types},
});
static_assert(tiles(fields, headerSize));

constexpr auto varyingFields = std::to_array<Field>({
    varying("clns_padding", "CLNS Padding", Show::Hexadecimal),
});

constexpr auto claims = std::to_array<Claim>({{Claim::LinkType, 104}});

Dissected dissect(Bytes bytes)
{
    switch (const std::uint16_t type = read16(bytes, 2)) {
    case slarpType: return Step{.size = headerSize, .next = &protocols::slarp};
    case spanningTree: return Step{.size = headerSize, .next = &protocols::stp};
    case osi: // behind a byte that makes its header even
        if (bytes.size() == headerSize)
            return std::unexpected(Damage::tooShort(headerSize + 1, bytes.size()));
        return Step{.size = headerSize + 1};
    default: return Step{.size = headerSize, .claims = {{{Claim::EtherType, type}}}};
    }
}

void details(const LayerView &view, Details &details)
{
    if (view.header().size() > headerSize)
        details.add(named(varyingFields, "clns_padding"), view.header(), octets(headerSize, 1));
}

void summary(const LayerView &view, TextBuffer &out)
{
    const std::string_view name = nameOf(addresses, view.number(named(fields, "address")));
    print(out, name.empty() ? std::string_view("unknown address") : name);
}

} // namespace

constinit const Protocol protocols::chdlc{
    .name = "chdlc",
    .title = "Cisco HDLC",
    .shortTitle = "CHDLC",
    .reference = "RFC 1547",
    .headerSize = headerSize,
    .fields = fields,
    .varying = varyingFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .summary = summary,
};

} // namespace vethscope
