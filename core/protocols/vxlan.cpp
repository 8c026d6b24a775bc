#include "core/dissect/details.h"
#include "core/dissect/layerview.h"
#include "core/protocols/ethernet_likeness.h"
#include "core/protocols/protocols.h"
#include "core/protocols/tunnel_likeness.h"

// VXLAN carries an Ethernet frame between nodes. Flannel and Cilium use it to join pod networks; the
// VNI tells the overlays apart. RFC 7348, section 5; the group policy bits are
// draft-smith-vxlan-group-policy, which Linux implements.

namespace vethscope {
namespace {

constexpr std::size_t headerSize = 8;

constexpr auto fields = std::to_array<Field>({
    group("flags", "Flags",                      bits(0, 16)),
    {"flag_g", "Group policy extension",         bits(0, 1),   Show::Flag},
    reserved(bits(1, 3)),
    {"flag_i", "VNI is valid",                   bits(4, 1),   Show::Flag},
    reserved(bits(5, 4)),
    {"flag_d", "Don't learn",                    bits(9, 1),   Show::Flag},
    reserved(bits(10, 2)),
    {"flag_a", "Policy applied",                 bits(12, 1),  Show::Flag},
    reserved(bits(13, 3)),
    quiet({"gbp", "Group policy ID",             bits(16, 16), Show::Decimal}),
    {"vni",    "VXLAN Network Identifier (VNI)", bits(32, 24), Show::Decimal},
    quiet({"reserved8", "Reserved",              bits(56, 8),  Show::Decimal}),
});
static_assert(tiles(fields, headerSize));

// IANA assigned 4789; Linux, and so Flannel, had settled on 8472 before that.
// Any other port may be configured (ip-link(8), dstport).
constexpr auto claims = std::to_array<Claim>({{Claim::UdpPort, 4789}, {Claim::UdpPort, 8472}, {Claim::UdpContent, 0}});

// Other programs use these ports too. A receiver ignores reserved bits (RFC 7348, section 5), so a header
// with the VNI flag is believed while they are clear, and any other only when a frame really follows.
bool accepts(Bytes bytes)
{
    if (bytes.size() < headerSize)
        return true;
    constexpr std::uint16_t vniFlag = 0x0800;
    constexpr std::uint16_t reservedFlags = 0x77b7;
    const bool plain = (read16(bytes, 0) & (vniFlag | reservedFlags)) == vniFlag;
    return plain || looksLikeEthernet(bytes.subspan(headerSize));
}

bool recognises(Bytes bytes)
{
    if (bytes.size() < headerSize || byteAt(bytes, 7) != 0)
        return false;
    constexpr std::uint32_t vniFlag = 0x0800'0000;
    constexpr std::uint32_t policyFlag = 0x8000'0000;
    constexpr std::uint32_t policyBits = 0x0048'ffff; // don't learn, policy applied, and the group itself
    const std::uint32_t flags = read32(bytes, 0);
    const bool sound = flags == vniFlag || (flags & ~policyBits) == (vniFlag | policyFlag);
    return sound && surelyEthernet(bytes.subspan(headerSize));
}

Dissected dissect(Bytes)
{
    return Step{.size = headerSize, .next = &protocols::ethernet, .boundary = Boundary::Tunnel};
}

void details(const LayerView &view, Details &details)
{
    if (!view.number(named(fields, "flag_i")))
        details.note(Severity::Warning, Sentence::of("the VNI flag is clear, so receivers drop this packet"),
                     named(fields, "flag_i").place);
    if (const auto port = unusualPort(view))
        details.note(Severity::Note, Sentence::of("UDP port {} is not one of VXLAN's (4789, 8472): told by the content or by Decode As", *port));
}

void summary(const LayerView &view, TextBuffer &out)
{
    print(out, "VNI {}", view.number(named(fields, "vni")));
}

} // namespace

constinit const Protocol protocols::vxlan{
    .name = "vxlan",
    .title = "Virtual eXtensible LAN",
    .shortTitle = "VXLAN",
    .reference = "RFC 7348",
    .headerSize = headerSize,
    .fields = fields,
    .claims = claims,
    .dissect = dissect,
    .accepts = accepts,
    .recognises = recognises,
    .details = details,
    .summary = summary,
    .identifier = &named(fields, "vni"),
    .tunnel = "vxlan",
};

} // namespace vethscope
