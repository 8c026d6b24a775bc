#include "core/kernel/sourceaddress.h"
#include "core/kernel/tunnelforwarding.h"
#include "core/kernel/wireguardpeer.h"
#include "core/path/timetolive.h"
#include "core/path/tunnellines.h"
#include "core/path/walk.h"

#include <fmt/format.h>

namespace vethscope::path {
namespace {

// The device's own; WireGuard's is what it was given.
std::uint32_t markOutside(const Trail &trail, const NetworkInterface *device, TunnelType type)
{
    return type == TunnelType::Wireguard ? kernel::wireguardMark(*trail.place->net, device->name) : trail.packet.mark;
}

template <typename T>
Traced<std::optional<T>> ofDevice(const Place &place, const NetworkInterface &device, const Known<T> *known)
{
    Traced<std::optional<T>> traced{{}, {Origin::Kind::Device, place.node, device.name, place.pod, {}}, {}, {}};
    if (known && *known) {
        traced.value = **known;
        if (known->evidence().source)
            traced.evidence = {known->evidence()};
    } else {
        traced.ask = "ip -d link";
    }
    return traced;
}

} // namespace

void Walk::encapsulateEthernet(Trail trail, const NetworkInterface &device, TunnelType type)
{
    const auto mac = trail.packet.outer().link ? trail.packet.outer().link->destination.value : std::nullopt;
    if (!mac)
        return missing(std::move(trail), "ip neigh", Sentence::of("Which MAC address {} has on {} is not known", trail.nextHop.text(), device.name));
    const auto ends = kernel::tunnelEnds(*trail.place->net, device.name, *mac);
    const std::string key = fmt::format("{} dev {}", mac->text(), device.name);
    if (ends.isUnseen() && encapsulateAsSeen(trail, &device, type, ends.ask))
        return;
    if (ends.isUnseen())
        return missing(std::move(trail), ends.ask, Sentence::of("To which node {} sends frames for {} was not printed", device.name, mac->text()));
    if (ends.isNone()) {
        const Sentence reason = Sentence::of("{} has no forwarding entry for {}, and no default", device.name, mac->text());
        const EvidenceList evidence = trail.packet.outer().link->destination.evidence;
        return end(std::move(trail), {Disposition::NoFdbEntry, reason, type == TunnelType::Vxlan ? "VXLAN_NO_REMOTE" : "", evidence, {}, {}});
    }
    const Tunnel *const tunnel = device.tunnel ? &*device.tunnel : nullptr;
    for (const IpAddress &remote : ends->remotes) {
        Trail branch = &remote == &ends->remotes.back() ? std::move(trail) : trail;
        if (ends->remotes.size() > 1) {
            branch.because = Sentence::of("a copy to {}", remote.text());
            branch.probability = std::nullopt;
            branch.isCopy = true;
        }
        branch.note(Step::Kind::Fdb, key, Sentence::of("{} sends frames for {} to {}", device.name, mac->text(), remote.text()), ends);
        Scope outer;
        outer.ip.destination = {remote, {Origin::Kind::Fdb, branch.place->node, device.name, branch.place->pod, remote}, ends.evidence, {}};
        outer.ip.timeToLive = tunnelTimeToLive(*branch.place, device, branch.packet.outer().ip, remote.isV6());
        outer.tunnel = TunnelHeader{type, ofDevice(*branch.place, device, tunnel ? &tunnel->port : nullptr), ofDevice(*branch.place, device, tunnel ? &tunnel->vni : nullptr)};
        sendOuter(std::move(branch), &device, std::move(outer));
    }
}

// IPIP takes the inner packet's TTL and Don't Fragment (net/ipv4/ip_tunnel.c ip_tunnel_xmit: `ttl inherit`).
void Walk::encapsulateIp(Trail trail, const NetworkInterface &device, TunnelType type)
{
    Route route;
    route.interface = device.name;
    const IpAddress destination = trail.packet.outer().ip.destination.value;
    if (trail.nextHop != destination)
        route.via = trail.nextHop;
    const auto remote = kernel::tunnelRemote(*trail.place->net, route, destination);
    if (remote.isUnseen() && encapsulateAsSeen(trail, &device, type, remote.ask))
        return;
    if (remote.isUnseen())
        return missing(std::move(trail), remote.ask, Sentence::of("To which node {} sends was not printed", device.name));
    const bool isDevices = device.tunnel && device.tunnel->remote;
    const EvidenceList evidence = isDevices ? remote.evidence : trail.routeEvidence;
    Scope outer;
    outer.ip.destination = {*remote, {Origin::Kind::TunnelRemote, trail.place->node, device.name, trail.place->pod, *remote}, evidence, {}};
    outer.ip.timeToLive = tunnelTimeToLive(*trail.place, device, trail.packet.outer().ip, remote->isV6());
    outer.ip.dontFragment = trail.packet.outer().ip.dontFragment;
    outer.tunnel = TunnelHeader{type, {}, {}};
    sendOuter(std::move(trail), &device, std::move(outer));
}

void Walk::sendOuter(Trail trail, const NetworkInterface *device, Scope outer)
{
    const Tunnel *const tunnel = device && device->tunnel ? &*device->tunnel : nullptr;
    const std::string name(nameOf(outer.tunnel->type));
    outer.ip.source.value = IpAddress::any(outer.ip.destination.value.isV6());
    if (tunnel && tunnel->local) {
        outer.ip.source = m_whose.address(*tunnel->local);
        outer.ip.source.evidence.insert(outer.ip.source.evidence.begin(), tunnel->local.evidence());
    }
    if (tunnel && !tunnel->detailed && (!tunnel->vni || !tunnel->port) && (outer.tunnel->type == TunnelType::Vxlan || outer.tunnel->type == TunnelType::Geneve))
        trail.assume(HostTable::Interfaces, "ip -d link");
    const std::string to = outer.ip.destination.value.text();
    const EvidenceList evidence = device ? tunnelLines(*device) : EvidenceList();
    trail.steps.push_back({Step::Kind::Encapsulate, name, Sentence::of("{} puts it into {} to {}", device ? device->name : "flanneld", name, to), evidence, {}, {}});
    const std::uint32_t mark = markOutside(trail, device, outer.tunnel->type);
    trail.packet.encapsulate(std::move(outer));
    trail.leaveKernel();
    trail.packet.mark = mark;
    trail.inInterface.clear();
    routeOuter(std::move(trail), tunnel && tunnel->device ? *tunnel->device : std::string());
}

// A tunnel that is bound to a device sends by no other.
void Walk::routeOuter(Trail trail, std::string_view device)
{
    kernel::Packet packet = trail.packet.seenBy({});
    packet.outInterface = device;
    const auto routing = kernel::lookUpRoute(*trail.place->net, packet);
    follow(std::move(trail), routing, &Walk::chooseSource);
}

} // namespace vethscope::path
