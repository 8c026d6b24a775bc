#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

// IP in IP puts a second IPv4 header in front of a packet and nothing between the two: the tunnel is
// the outer header itself. Calico uses it between subnets. RFC 2003, section 3.1.

namespace vethscope {
namespace {

// 94 is the older number of the same format (IANA: "IP-within-IP Encapsulation Protocol").
constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 4}, {Claim::IpProtocol, 94}});

Dissected dissect(Bytes)
{
    return Step{.size = 0, .next = &protocols::ipv4, .boundary = Boundary::Tunnel};
}

void summary(const LayerView &, TextBuffer &out)
{
    print(out, "no header of its own: the IPv4 header around it is the tunnel");
}

} // namespace

constinit const Protocol protocols::ipip{
    .name = "ipip",
    .title = "IP in IP",
    .shortTitle = "IPIP",
    .reference = "RFC 2003",
    .claims = claims,
    .dissect = dissect,
    .summary = summary,
    .tunnel = "ipip",
    .unnamed = true,
};

} // namespace vethscope
