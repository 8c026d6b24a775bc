#include "core/path/walk.h"

#include "core/kernel/device.h"
#include "core/kernel/pathmtu.h"
#include "core/path/podspace.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope::path {
namespace {

bool isTunnelName(std::string_view name)
{
    return name.starts_with("flannel") || name.starts_with("vxlan") || name.starts_with("tunl") || name.starts_with("wg") || name.starts_with("wireguard")
        || name.starts_with("cilium_vxlan") || name.starts_with("genev");
}

// A device that only routes speak of, while all devices were printed.
bool isMissing(const NetworkNamespace &net, const NetworkInterface &device)
{
    return net.printed.of(HostTable::Interfaces) == Extent::Whole && !device.listed && !device.mac && !device.state && device.addresses.empty();
}

// A packet as small as this fits through whatever carries IP (RFC 791, RFC 8200).
constexpr std::uint32_t alwaysFits = 576;

// What `via _gateway` leads to where no command tells its address: the neighbour that was printed by that name.
const Neighbour *named(const NetworkNamespace &net, const Route &route)
{
    const auto isIt = [&](const Neighbour &entry) { return entry.name == route.viaName && entry.interface == route.interface && entry.mac; };
    const auto found = std::ranges::find_if(net.neighbours, isIt);
    return !route.via && !route.viaName.empty() && found != net.neighbours.end() ? &*found : nullptr;
}

} // namespace

void Walk::output(Trail trail, const Route &route)
{
    const NetworkNamespace &net = *trail.place->net;
    const auto device = kernel::device(net, route.interface);
    if (device.isUnseen())
        return missing(std::move(trail), device.ask, Sentence::of("What {} of {} is was not printed", route.interface, trail.place->name()));
    if (device.isNone() || isMissing(net, **device)) {
        const Disposition disposition = isTunnelName(route.interface) ? Disposition::TunnelDeviceMissing : Disposition::DeviceDown;
        const Sentence reason = Sentence::of("{} has no device {}, which its route leads by", trail.place->name(), route.interface);
        const EvidenceList evidence = trail.routeEvidence;
        return end(std::move(trail), {disposition, reason, {}, evidence, {}, {}});
    }
    if (const auto carries = kernel::carries(net, route.interface); carries.isFound() && !*carries) {
        const Sentence reason = Sentence::of("{} of {} is down", route.interface, trail.place->name());
        return end(std::move(trail), {Disposition::DeviceDown, reason, "DEV_READY", carries.evidence, {}, {}});
    }
    const kernel::Packet packet = trail.packet.seenBy(trail.inInterface);
    const auto fit = kernel::fit(net, route, packet);
    if (fit.isFound() && fit->how == kernel::Fit::How::TooBig) {
        const Sentence reason = Sentence::of("{} bytes with Don't Fragment do not fit through {}, whose MTU is {}", packet.length, route.interface, fit->mtu);
        return end(std::move(trail), {Disposition::TooBig, reason, "PKT_TOO_BIG", fit.evidence, {}, {}});
    }
    if (!fit.isFound() && packet.length > alwaysFits)
        trail.assume(HostTable::Interfaces, "ip -d link");
    trail.nextHop = kernel::nextHopOf(net, route, trail.packet.outer().ip.destination.value);
    for (Trail &branch : pass(std::move(trail), kernel::Hook::Postrouting, route.interface))
        frame(std::move(branch), route);
}

void Walk::frame(Trail trail, const Route &route)
{
    const NetworkInterface &device = *trail.place->net->interface(route.interface);
    if (const Neighbour *const entry = named(*trail.place->net, route)) {
        trail.steps.push_back({Step::Kind::Neighbour, fmt::format("{} dev {}", route.viaName, device.name),
                               Sentence::of("{} is at {}", route.viaName, entry->mac->text()), {entry->evidence}, {}, {}});
        return addressTo(std::move(trail), device, {*entry->mac, {Origin::Kind::GatewayNeighbour, trail.place->node, device.name, trail.place->pod, {}}, {entry->evidence}, {}});
    }
    address(std::move(trail), route, device);
}

void Walk::address(Trail trail, const Route &route, const NetworkInterface &device)
{
    const IpAddress nextHop = trail.nextHop;
    const auto entry = kernel::linkAddress(*trail.place->net, device.name, nextHop, route.type);
    if (!entry.isFound())
        return resolve(std::move(trail), device, entry);
    const std::string key = fmt::format("{} dev {}", nextHop.text(), device.name);
    if (entry->from == kernel::LinkAddress::From::NotNeeded) {
        trail.packet.outer().link = std::nullopt;
        return transmit(std::move(trail), device.name);
    }
    Origin origin{Origin::Kind::Neighbour, trail.place->node, device.name, trail.place->pod, nextHop};
    if (entry->from == kernel::LinkAddress::From::Group)
        origin = {nextHop.isMulticast() ? Origin::Kind::Multicast : Origin::Kind::Broadcast, {}, {}, {}, {}};
    else if (isCalicoGateway(nextHop))
        origin.kind = Origin::Kind::LinkLocalGateway;
    else if (route.hasNextHop())
        origin.kind = Origin::Kind::GatewayNeighbour;
    trail.note(Step::Kind::Neighbour, key, Sentence::of("{} is at {}", nextHop.text(), entry->mac->text()), entry);
    addressTo(std::move(trail), device, {entry->mac, std::move(origin), entry.evidence, {}});
}

void Walk::addressTo(Trail trail, const NetworkInterface &device, Traced<std::optional<MacAddress>> destination)
{
    trail.packet.outer().link = LinkHeader{m_whose.macOf(*trail.place, device.name), std::move(destination)};
    transmit(std::move(trail), device.name);
}

} // namespace vethscope::path
