#include "core/path/headers.h"

#include "core/address/ipprotocol.h"

#include <algorithm>
#include <array>

namespace vethscope::path {
namespace {

std::uint8_t protocolOf(TunnelType type, bool carriesV6)
{
    switch (type) {
    case TunnelType::Ipip: return carriesV6 ? 41 : 4;
    case TunnelType::Gre: return 47;
    default: return ipprotocol::udp;
    }
}

// What a tunnel adds inside of its outer IP header: RFC 7348, RFC 8926, RFC 2003, RFC 2784, flannel's plain datagram, WireGuard's paper 5.4.6.
std::uint32_t overheadOf(TunnelType type)
{
    switch (type) {
    case TunnelType::Vxlan:
    case TunnelType::Geneve: return 8 + 8 + 14;
    case TunnelType::Gre: return 4;
    case TunnelType::FlannelUdp: return 8;
    case TunnelType::Wireguard: return 8 + 16 + 16; // UDP, its header, the authentication tag
    case TunnelType::Ipip: return 0;
    }
    return 0;
}

} // namespace

std::string_view nameOf(TunnelType type)
{
    constexpr auto names = std::to_array<std::string_view>({"vxlan", "geneve", "ipip", "gre", "flannel-udp", "wireguard"});
    return names[static_cast<std::size_t>(type)];
}

bool isEncrypted(TunnelType type)
{
    return type == TunnelType::Wireguard;
}

std::size_t Packet::readable() const
{
    const auto sealed = std::ranges::find_if(scopes, [](const Scope &scope) { return scope.tunnel && isEncrypted(scope.tunnel->type); });
    return static_cast<std::size_t>(sealed - scopes.begin()) + (sealed != scopes.end());
}

kernel::Packet Packet::seenBy(std::string_view inInterface) const
{
    const IpHeader &ip = outer().ip;
    kernel::Packet seen;
    seen.source = ip.source.value;
    seen.destination = ip.destination.value;
    seen.protocol = ip.protocol;
    if (const auto &tunnel = outer().tunnel) {
        seen.sourcePort = tunnel->sourcePort.value;
        seen.destinationPort = tunnel->port.value;
    } else {
        if (sourcePort)
            seen.sourcePort = sourcePort->value;
        if (destinationPort)
            seen.destinationPort = destinationPort->value;
        seen.icmpType = icmpType;
        if (icmpType)
            seen.icmpCode = 0;
        seen.tcpFlags = tcpFlags;
    }
    seen.mark = mark;
    seen.inInterface = inInterface;
    seen.timeToLive = ip.timeToLive.value.value_or(64);
    seen.length = ip.length;
    seen.dontFragment = ip.dontFragment;
    return seen;
}

void Packet::encapsulate(Scope outer)
{
    const IpHeader &carried = this->outer().ip;
    outer.ip.protocol = protocolOf(outer.tunnel->type, carried.destination.value.isV6());
    outer.ip.length = carried.length + overheadOf(outer.tunnel->type) + (outer.ip.destination.value.isV6() ? 40 : 20);
    scopes.insert(scopes.begin(), std::move(outer));
}

} // namespace vethscope::path
