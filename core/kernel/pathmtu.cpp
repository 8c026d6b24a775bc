#include "core/kernel/pathmtu.h"

#include "core/kernel/device.h"

#include <algorithm>

namespace vethscope::kernel {
namespace {

constexpr std::uint32_t leastMtu6 = 1280; // RFC 8200, section 5

Answer<std::uint32_t> mtuOf(const NetworkNamespace &space, const Route &route)
{
    using Found = Answer<std::uint32_t>;
    if (route.mtu)
        return Found::found(*route.mtu, route.evidence);
    const auto found = device(space, route.interface);
    if (found.isNone())
        return Found::none();
    if (!found.isFound() || !(*found)->mtu)
        return Found::unseen("ip -d link");
    return Found::found(*(*found)->mtu, (*found)->mtu.evidence());
}

Fit::How howFits(const Packet &packet, std::uint32_t mtu)
{
    if (packet.length <= mtu)
        return Fit::How::Whole;
    // IPv6's routers never split, and its senders not what TCP writes (net/ipv6/ip6_output.c ip6_xmit, ip6_forward).
    const bool splits = !packet.dontFragment && !(packet.isV6() && packet.isForwarded());
    return splits ? Fit::How::Fragments : Fit::How::TooBig;
}

} // namespace

Answer<Fit> fit(const NetworkNamespace &space, const Route &route, const Packet &packet)
{
    const auto mtu = mtuOf(space, route);
    if (mtu.isNone())
        return Answer<Fit>::none();
    if (mtu.isUnseen())
        return Answer<Fit>::unseen(mtu.ask);
    const std::uint32_t least = packet.isV6() ? std::max(*mtu, leastMtu6) : *mtu;
    return Answer<Fit>::found({howFits(packet, least), least}, mtu.evidence);
}

bool isLastHop(const Packet &packet)
{
    return packet.timeToLive <= 1;
}

} // namespace vethscope::kernel
