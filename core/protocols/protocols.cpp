#include "core/protocols/protocols.h"

namespace vethscope {
namespace {

constexpr auto list = std::to_array<const Protocol *>({
    &protocols::frame,
    &protocols::vethscope,
    &protocols::ethernet,
    &protocols::vlan,
    &protocols::linuxSll,
    &protocols::linuxSll2,
    &protocols::rawIp,
    &protocols::arp,
    &protocols::ipv4,
    &protocols::ipv6,
    &protocols::ipv6HopByHop,
    &protocols::ipv6DestinationOptions,
    &protocols::ipv6Fragment,
    &protocols::icmp,
    &protocols::icmpv6,
    &protocols::tcp,
    &protocols::udp,
    &protocols::vxlan,
    &protocols::ipip,
    &protocols::flannelUdp,
    &protocols::dns,
    &protocols::dnsOverTcp,
    &protocols::http,
    &protocols::data,
});

} // namespace

constinit const std::span<const Protocol *const> protocols::all{list};

Registry protocols::registry()
{
    return Registry(all, &data);
}

} // namespace vethscope
