#include "core/colours/colourrule.h"

#include <array>

namespace vethscope {
namespace {

constexpr Rgb ink = 0x12272E, paper = 0xFFFCE0; // words on what is calm, words on what is wrong
constexpr Rgb wrong = 0xA40000, odd = 0x12272E;

struct UsualRule {
    const char *name;
    const char *filter;
    Rgb foreground;
    Rgb background;
};

// The first that matches wins: what is wrong stands above what is only told apart.
constexpr auto usual = std::to_array<UsualRule>({
    {"Tunnel Header Wrong", "vxlan && vxlan.flag_i == 0", paper, wrong},
    {"Tunnel Fragmented", "vs.depth > 0 && (underlay.ip.flags.mf == 1 || underlay.ip.frag_offset > 0)", 0xE2B5FF, odd},
    {"Tunnel in a Tunnel", "vs.depth > 1", ink, 0xE5D2F7},

    {"Bad TCP", "tcp.analysis.flags && !tcp.analysis.window_update && !tcp.analysis.keep_alive && !tcp.analysis.keep_alive_ack", 0xF78787, odd},
    {"VRRP State Change", "vrrp.prio == 0", 0xFFFC9C, odd},
    {"Spanning Tree Topology Change", "stp.type == 0x80", 0xFFFC9C, odd},
    {"OSPF State Change", "ospf.msg != 1", 0xFFFC9C, odd},
    {"ICMP errors", "icmp.type in {3..5, 11} || icmpv6.type in {1..4}", 0xB7F774, odd},
    {"ARP", "arp", ink, 0xFAF0D7},
    {"ICMP", "icmp || icmpv6", ink, 0xFCE0FF},
    {"TCP RST", "tcp.flags.reset == 1", paper, wrong},
    {"SCTP ABORT", "sctp.chunk_type == 6", paper, wrong},
    {"TTL low or unexpected", "(ip.dst != 224.0.0.0/4 && ip.ttl < 5 && !pim && !ospf) || (ip.dst == 224.0.0.0/24 && ip.dst != 224.0.0.251 && ip.ttl != 1 && !vrrp)", paper, wrong},
    {"Checksum Errors", "ip.checksum.status == 0 || tcp.checksum.status == 0 || udp.checksum.status == 0 || sctp.checksum.status == 0", 0xF78787, odd},

    {"Overlay", "vs.depth > 0", ink, 0xFDEDDC},

    {"SMB", "tcp.port in {139, 445} || udp.port in {137, 138}", ink, 0xFEFFD0},
    {"HTTP", "http || tcp.port == 80 || http2", ink, 0xE4FFC7},
    {"DCERPC", "tcp.port == 135", ink, 0xC797FF},
    {"Routing", "bgp || ospf || vrrp || igmp || pim", ink, 0xFFF3D6},
    {"TCP SYN/FIN", "tcp.flags.syn == 1 || tcp.flags.fin == 1", ink, 0xA0A0A0},
    {"TCP", "tcp", ink, 0xE7E6FF},
    {"UDP", "udp", ink, 0xDAEEFF},
    {"Broadcast", "eth.dst[0] & 1", 0x5F625C, 0xFFFFFF},
});

} // namespace

std::vector<ColourRule> usualColourRules()
{
    std::vector<ColourRule> rules;
    for (const UsualRule &rule : usual)
        rules.push_back({rule.name, rule.filter, rule.foreground, rule.background});
    return rules;
}

} // namespace vethscope
