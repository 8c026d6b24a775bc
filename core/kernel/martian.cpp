#include "core/kernel/martian.h"

#include "core/kernel/addresstype.h"
#include "core/kernel/setting.h"

namespace vethscope::kernel {
namespace {

using WhyMartian = Answer<std::string_view>;

bool comesByLoopback(const NetworkNamespace &space, const Packet &packet)
{
    const NetworkInterface *const device = space.interface(packet.inInterface);
    return packet.inInterface == "lo" || (device && device->kind == LinkKind::Loopback);
}

WhyMartian martian4(const NetworkNamespace &space, const Packet &packet)
{
    const IpAddress &source = packet.source;
    const IpAddress &destination = packet.destination;
    if (source.isMulticast() || isLimitedBroadcast(source))
        return WhyMartian::found("IP_INVALID_SOURCE", EvidenceList{});
    // DHCP: 0.0.0.0 to 255.255.255.255.
    if (isLimitedBroadcast(destination) || (source.isAny() && destination.isAny()))
        return WhyMartian::found("", EvidenceList{});
    if (isZeroNetwork(source))
        return WhyMartian::found("IP_INVALID_SOURCE", EvidenceList{});
    if (isZeroNetwork(destination))
        return WhyMartian::found("IP_INVALID_DEST", EvidenceList{});
    if ((!source.isLoopback() && !destination.isLoopback()) || comesByLoopback(space, packet))
        return WhyMartian::found("", EvidenceList{});
    const auto allowed = greaterSetting(space, packet.inInterface, "route_localnet");
    if (allowed.isUnseen())
        return WhyMartian::unseen(allowed.ask);
    return WhyMartian::found(allowed.isFound() && *allowed != 0 ? "" : "IP_LOCALNET", allowed.evidence);
}

WhyMartian martian6(const NetworkNamespace &space, const Packet &packet)
{
    const bool isLoopback = packet.source.isLoopback() || packet.destination.isLoopback();
    if (isLoopback && !comesByLoopback(space, packet))
        return WhyMartian::found("IP_INVALID_SOURCE", EvidenceList{});
    return WhyMartian::found(packet.source.isMulticast() ? "IP_INVALID_SOURCE" : "", EvidenceList{});
}

} // namespace

Answer<std::string_view> martian(const NetworkNamespace &space, const Packet &packet)
{
    return packet.isV6() ? martian6(space, packet) : martian4(space, packet);
}

} // namespace vethscope::kernel
