#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

// A whole Ethernet frame as the payload of IP: SRv6 carries layer 2 services so (End.DX2, H.Encaps.L2), with or without a
// routing header in front of it. RFC 8986, sections 4.9 and 5.3; the number is RFC 8986's, section 10.1.

namespace vethscope {
namespace {

constexpr auto claims = std::to_array<Claim>({{Claim::IpProtocol, 143}});

Dissected dissect(Bytes)
{
    return Step{.size = 0, .next = &protocols::ethernet, .boundary = Boundary::Tunnel};
}

void summary(const LayerView &, TextBuffer &out)
{
    print(out, "no header of its own: the IP header around it is the tunnel");
}

} // namespace

constinit const Protocol protocols::ethernetInIp{
    .name = "eth-in-ip",
    .title = "Ethernet in IP",
    .shortTitle = "Ethernet in IP",
    .reference = "RFC 8986",
    .claims = claims,
    .dissect = dissect,
    .summary = summary,
    .tunnel = "eth-in-ip",
    .unnamed = true,
};

} // namespace vethscope
