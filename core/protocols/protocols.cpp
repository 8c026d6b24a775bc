#include "core/protocols/protocols.h"

#include "core/protocols/kubernetes_stateful.h"

namespace vethscope {
namespace {

constexpr auto list = std::to_array<const Protocol *>({
    &protocols::frame,
    &protocols::vethscope,
    &protocols::kubernetes,
    &protocols::malformed,
    &protocols::ethernet,
    &protocols::vlan,
    &protocols::ieee8021ad,
    &protocols::llc,
    &protocols::stp,
    &protocols::lldp,
    &protocols::fddi,
    &protocols::frameRelay,
    &protocols::null,
    &protocols::loop,
    &protocols::ppp,
    &protocols::lcp,
    &protocols::ipcp,
    &protocols::ipv6cp,
    &protocols::ccp,
    &protocols::pppoeDiscovery,
    &protocols::pppoeSession,
    &protocols::mpls,
    &protocols::pseudowireControl,
    &protocols::pseudowireChannel,
    &protocols::linuxSll,
    &protocols::linuxSll2,
    &protocols::nflog,
    &protocols::ipnet,
    &protocols::rawIp,
    &protocols::arp,
    &protocols::ipv4,
    &protocols::ipv6,
    &protocols::ipv6HopByHop,
    &protocols::ipv6DestinationOptions,
    &protocols::ipv6Fragment,
    &protocols::ipv6Routing,
    &protocols::ah,
    &protocols::icmp,
    &protocols::icmpv6,
    &protocols::tcp,
    &protocols::udp,
    &protocols::sctp,
    &protocols::igmp,
    &protocols::pim,
    &protocols::vrrp,
    &protocols::ospf,
    &protocols::vxlan,
    &protocols::vxlanGpe,
    &protocols::geneve,
    &protocols::gre,
    &protocols::erspan1,
    &protocols::erspan2,
    &protocols::erspan3,
    &protocols::ipip,
    &protocols::sixInFour,
    &protocols::fourInSix,
    &protocols::sixInSix,
    &protocols::mplsTunnel,
    &protocols::flannelUdp,
    &protocols::teredo,
    &protocols::ayiya,
    &protocols::esp,
    &protocols::udpEncapsulation,
    &protocols::wireguard,
    &protocols::dns,
    &protocols::dnsOverTcp,
    &protocols::mdns,
    &protocols::llmnr,
    &protocols::dhcp,
    &protocols::bgp,
    &protocols::http,
    &protocols::http2,
    &protocols::tls,
    &protocols::quic,
    &protocols::isakmp,
    &protocols::data,
});

} // namespace

constinit const std::span<const Protocol *const> protocols::all{list};

Registry protocols::registry()
{
    return Registry(all, &data);
}

} // namespace vethscope
