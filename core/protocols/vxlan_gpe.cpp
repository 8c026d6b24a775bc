#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"
#include "core/protocols/tunnel_likeness.h"

// VXLAN with a next-protocol field, so that IP can follow without an Ethernet header between.
// draft-ietf-nvo3-vxlan-gpe, section 3.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 8;

constexpr auto nextProtocols = std::to_array<ValueName>({
    {1, "IPv4"}, {2, "IPv6"}, {3, "Ethernet"}, {4, "Network Service Header"}, {5, "MPLS"}, {7, "vBNG"},
});

constexpr auto fields = std::to_array<Field>({
    whole(group("vxlan.flags", "Flags",                               bits(0, 8))),
    reserved(bits(0, 2)),
    whole({"vxlan.ver",         "Version",                            bits(2, 2),   Show::Decimal}),
    whole({"vxlan.i_bit",       "Instance",                           bits(4, 1),   Show::Decimal}),
    whole({"vxlan.p_bit",       "Next Protocol Bit",                  bits(5, 1),   Show::Decimal}),
    reserved(bits(6, 1)),
    whole({"vxlan.o_bit",       "OAM bit",                            bits(7, 1),   Show::Decimal}),
    whole({"vxlan.reserved_16", "Reserved",                           bits(8, 16),  Show::Decimal}),
    whole({"vxlan.next_proto",  "Next Protocol",                      bits(24, 8),  Show::Decimal, nextProtocols}),
    whole({"vxlan.vni",         "VXLAN Network Identifier (VNI)",     bits(32, 24), Show::Decimal}),
    whole({"vxlan.reserved8",   "Reserved",                           bits(56, 8),  Show::Decimal}),
});
static_assert(tiles(fields, headerSize));

constexpr auto claims = std::to_array<Claim>({{Claim::UdpPort, 4790}, {Claim::UdpContent, 0}});

const Protocol *nextProtocol(Bytes header)
{
    switch (readBits(header, named(fields, "vxlan.next_proto").place)) {
    case 0: return &protocols::ethernet; // a plain VXLAN header
    case 1: return &protocols::ipv4;
    case 2: return &protocols::ipv6;
    case 3: return &protocols::ethernet;
    case 5: return &protocols::mpls;
    default: return nullptr;
    }
}

// A header as a sender writes it (version 0, no reserved bit set), and a packet of the kind it promises.
bool recognises(Bytes bytes)
{
    constexpr std::uint8_t vniAndNextProtocol = 0x0c;
    constexpr std::uint8_t broadcast = 0x02; // draft-ietf-nvo3-vxlan-gpe, section 3.1: the B bit
    if (bytes.size() < headerSize || (byteAt(bytes, 0) & ~broadcast) != vniAndNextProtocol || read16(bytes, 1) != 0 || byteAt(bytes, 7) != 0)
        return false;
    const Bytes inner = bytes.subspan(headerSize);
    switch (byteAt(bytes, 3)) {
    case 1: return surelyIpv4(inner);
    case 2: return surelyIpv6(inner);
    case 3: return surelyEthernet(inner);
    default: return false;
    }
}

Dissected dissect(Bytes bytes)
{
    return Step{.size = headerSize, .next = nextProtocol(bytes), .boundary = Boundary::Tunnel};
}

void details(const LayerView &view, Details &details)
{
    const std::uint64_t next = view.number(named(fields, "vxlan.next_proto"));
    if (!view.number(named(fields, "vxlan.p_bit")) && next != 0)
        details.note(Severity::Warning, Sentence::of("the next protocol is {}, but the bit that makes it valid is clear", next),
                     named(fields, "vxlan.p_bit").place);
    if (const auto port = unusualPort(view))
        details.note(Severity::Note, Sentence::of("UDP port {} is not VXLAN-GPE's (4790): told by the content or by Decode As", *port));
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, "VNI {}", view.number(named(fields, "vxlan.vni")));
}

} // namespace

constinit const Protocol protocols::vxlanGpe{
    .name = "vxlan_gpe",
    .title = "Virtual eXtensible LAN, Generic Protocol Extension",
    .shortTitle = "VXLAN-GPE",
    .reference = "draft-ietf-nvo3-vxlan-gpe",
    .headerSize = headerSize,
    .fields = fields,
    .claims = claims,
    .dissect = dissect,
    .recognises = recognises,
    .details = details,
    .summary = summary,
    .identifier = &named(fields, "vxlan.vni"),
    .tunnel = "vxlan-gpe",
    .unnamed = true, // frame.protocols of Wireshark 4.0 leaves it out
};

} // namespace vethscope
