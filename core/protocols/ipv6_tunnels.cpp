#include "core/dissect/layerview.h"
#include "core/protocols/protocols.h"

// IPv6 inside IP, and anything inside IPv6: as with IP in IP, the tunnel is the outer header itself. sit0 and
// 6rd make 6in4, ip6tnl makes the other two; Calico's IPv6 pools over IPv4 too. RFC 4213, section 3; RFC 2473.

namespace vethscope {
namespace {

constexpr std::uint32_t ipv4Packet = 4;
constexpr std::uint32_t ipv6Packet = 41;

// An IPv6 header asks for Ipv6NextHeader first, so what is left of IpProtocol lies in IPv4.
constexpr auto sixInFourClaims = std::to_array<Claim>({{Claim::IpProtocol, ipv6Packet}});
constexpr auto fourInSixClaims = std::to_array<Claim>({{Claim::Ipv6NextHeader, ipv4Packet}});
constexpr auto sixInSixClaims = std::to_array<Claim>({{Claim::Ipv6NextHeader, ipv6Packet}});

Dissected dissectIpv4(Bytes)
{
    return Step{.size = 0, .next = &protocols::ipv4, .boundary = Boundary::Tunnel};
}

Dissected dissectIpv6(Bytes)
{
    return Step{.size = 0, .next = &protocols::ipv6, .boundary = Boundary::Tunnel};
}

void summary(const LayerView &, TextBuffer &out)
{
    print(out, "no header of its own: the IP header around it is the tunnel");
}

} // namespace

constinit const Protocol protocols::sixInFour{
    .name = "6in4",
    .title = "IPv6 in IPv4",
    .shortTitle = "6in4",
    .reference = "RFC 4213",
    .claims = sixInFourClaims,
    .dissect = dissectIpv6,
    .summary = summary,
    .tunnel = "6in4",
    .unnamed = true,
};

constinit const Protocol protocols::fourInSix{
    .name = "4in6",
    .title = "IPv4 in IPv6",
    .shortTitle = "4in6",
    .reference = "RFC 2473",
    .claims = fourInSixClaims,
    .dissect = dissectIpv4,
    .summary = summary,
    .tunnel = "4in6",
    .unnamed = true,
};

constinit const Protocol protocols::sixInSix{
    .name = "6in6",
    .title = "IPv6 in IPv6",
    .shortTitle = "6in6",
    .reference = "RFC 2473",
    .claims = sixInSixClaims,
    .dissect = dissectIpv6,
    .summary = summary,
    .tunnel = "6in6",
    .unnamed = true,
};

} // namespace vethscope
