#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/geneve_options.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"
#include "core/protocols/tunnel_likeness.h"

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

constexpr auto claims = std::to_array<Claim>({{Claim::UdpPort, 6081}, {Claim::UdpContent, 0}});

// Whether options of these lengths fill their list to the last byte; reserved bits are clear.
bool optionsFill(Bytes options)
{
    while (options.size() >= 4) {
        const std::size_t size = 4 + (byteAt(options, 3) & 0x1fu) * 4;
        if ((byteAt(options, 3) & 0xe0) != 0 || size > options.size())
            return false;
        options = options.subspan(size);
    }
    return options.empty();
}

// A header as a sender writes it (version 0, no reserved bit set), and a packet of the kind it promises.
bool recognises(Bytes bytes)
{
    constexpr std::uint8_t versionBits = 0xc0;
    constexpr std::uint8_t reservedFlags = 0x3f;
    if (bytes.size() < headerSize || (byteAt(bytes, 0) & versionBits) != 0 || (byteAt(bytes, 1) & reservedFlags) != 0 || byteAt(bytes, 7) != 0)
        return false;
    const std::size_t options = (byteAt(bytes, 0) & 0x3fu) * 4;
    if (bytes.size() < headerSize + options || !optionsFill(bytes.subspan(headerSize, options)))
        return false;
    const Bytes inner = bytes.subspan(headerSize + options);
    switch (read16(bytes, 2)) {
    case 0x0800: return surelyIpv4(inner);
    case 0x6558: return surelyEthernet(inner);
    case 0x86dd: return surelyIpv6(inner);
    default: return false;
    }
}

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
        details.note(Severity::Warning, Sentence::of("version {} is not known", view.number(named(fields, "version"))),
                     named(fields, "version").place);
    if (const auto port = unusualPort(view))
        details.note(Severity::Note, Sentence::of("UDP port {} is not Geneve's (6081): told by the content or by Decode As", *port));
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
    .recognises = recognises,
    .details = details,
    .summary = summary,
    .identifier = &named(fields, "vni"),
    .tunnel = "geneve",
};

} // namespace vethscope
