#include "core/kernel/martian.h"

#include "core/kernel/setting.h"

namespace vethscope::kernel {
namespace {

using Found = Answer<std::string_view>;

bool isLimitedBroadcast(const IpAddress &address)
{
    return address == IpAddress::v4(0xffffffff);
}

bool isZeroNetwork(const IpAddress &address)
{
    return IpPrefix{IpAddress::any(false), 8}.contains(address);
}

bool comesByLoopback(const NetworkNamespace &space, const Packet &packet)
{
    const NetworkInterface *const device = space.interface(packet.inInterface);
    return packet.inInterface == "lo" || (device && device->kind == LinkKind::Loopback);
}

Found martian4(const NetworkNamespace &space, const Packet &packet)
{
    const IpAddress &source = packet.source;
    const IpAddress &destination = packet.destination;
    if (source.isMulticast() || isLimitedBroadcast(source))
        return Found::found("IP_INVALID_SOURCE", EvidenceList{});
    // DHCP: 0.0.0.0 to 255.255.255.255.
    if (isLimitedBroadcast(destination) || (source.isAny() && destination.isAny()))
        return Found::found("", EvidenceList{});
    if (isZeroNetwork(source))
        return Found::found("IP_INVALID_SOURCE", EvidenceList{});
    if (isZeroNetwork(destination))
        return Found::found("IP_INVALID_DEST", EvidenceList{});
    if ((!source.isLoopback() && !destination.isLoopback()) || comesByLoopback(space, packet))
        return Found::found("", EvidenceList{});
    const auto allowed = greaterSetting(space, packet.inInterface, "route_localnet");
    if (allowed.isUnseen())
        return Found::unseen(allowed.ask);
    return Found::found(allowed.isFound() && *allowed != 0 ? "" : "IP_LOCALNET", allowed.evidence);
}

Found martian6(const NetworkNamespace &space, const Packet &packet)
{
    const bool isLoopback = packet.source.isLoopback() || packet.destination.isLoopback();
    if (isLoopback && !comesByLoopback(space, packet))
        return Found::found("IP_INVALID_SOURCE", EvidenceList{});
    return Found::found(packet.source.isMulticast() ? "IP_INVALID_SOURCE" : "", EvidenceList{});
}

} // namespace

Answer<std::string_view> martian(const NetworkNamespace &space, const Packet &packet)
{
    return packet.isV6() ? martian6(space, packet) : martian4(space, packet);
}

} // namespace vethscope::kernel
