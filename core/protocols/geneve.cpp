#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/geneve_options.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

// Geneve is VXLAN with room for options; OVN, Cilium and cloud load balancers join networks with it.
// RFC 8926, section 3.4.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 8;

// Wireshark names the length of the whole list like that of one option.
constexpr auto fields = std::to_array<Field>({
    {"version", "Version",                                                  bits(0, 2),   Show::Decimal},
    scaled({"option.length", "Options Length",                              bits(2, 6),   Show::Decimal}, 4),
    group("flags", "Flags",                                                 bits(8, 8)),
    {"flags.oam", "Operations, Administration and Management Frame",        bits(8, 1),   Show::Flag},
    {"flags.critical", "Critical Options Present",                          bits(9, 1),   Show::Flag},
    {"flags.reserved", "Reserved",                                          bits(10, 6),  Show::Flag},
    {"proto_type", "Protocol Type",                                         bits(16, 16), Show::Hexadecimal, etherTypeNames},
    {"vni", "Virtual Network Identifier (VNI)",                             bits(32, 24), Show::Hexadecimal},
    {"reserved", "Reserved",                                                bits(56, 8),  Show::Hexadecimal},
});
static_assert(tiles(fields, headerSize));

constexpr auto claims = std::to_array<Claim>({{Claim::UdpPort, 6081}});

Dissected dissect(Bytes bytes)
{
    const std::size_t size = headerSize + (byteAt(bytes, 0) & 0x3fu) * 4;
    if (bytes.size() < size)
        return std::unexpected(Damage::tooShort(size, bytes.size()));
    return Step{.size = size, .claims = {{{Claim::EtherType, read16(bytes, 2)}}}, .boundary = Boundary::Tunnel};
}

void details(const LayerView &view, Details &details)
{
    addGeneveOptions(details, view.header(), headerSize);
    if (view.number(named(fields, "version")) != 0)
        details.note(Severity::Warning, {"version {} is not known", view.number(named(fields, "version"))}, named(fields, "version").place);
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, "VNI {}", view.number(named(fields, "vni")));
    if (view.header().size() > headerSize)
        print(out, ", {} bytes of options", view.header().size() - headerSize);
}

} // namespace

constinit const Protocol protocols::geneve{
    .name = "geneve",
    .title = "Generic Network Virtualization Encapsulation",
    .shortTitle = "Geneve",
    .reference = "RFC 8926",
    .headerSize = headerSize,
    .fields = fields,
    .varying = geneveOptionFields,
    .claims = claims,
    .dissect = dissect,
    .details = details,
    .summary = summary,
    .identifier = &named(fields, "vni"),
    .tunnel = "geneve",
};

} // namespace vethscope
