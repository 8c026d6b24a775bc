#include "core/cluster/told.h"
#include "core/kernel/neighbours.h"
#include "core/kernel/routing.h"
#include "core/path/link.h"
#include "core/path/walk.h"

#include <algorithm>

namespace vethscope::path {
namespace {

// The MAC by which a router speaks to a machine: that of the machine's next hop to where the packet came from, or the same address by what
// others on the link have printed.
Traced<std::optional<MacAddress>> routerMacFor(const Places &places, const Place &receiver, const NetworkInterface &nic, const IpAddress &source)
{
    kernel::Packet back;
    back.destination = source;
    const auto routing = kernel::lookUpRoute(*receiver.net, back);
    const Route *const route = routing.isFound() ? routing->route() : nullptr;
    Traced<std::optional<MacAddress>> traced{{}, {}, {}, "ip neigh"};
    if (!route || !route->via || route->interface != nic.name)
        return traced;
    const auto look = [&](const Place &place, std::string_view device) {
        const auto entry = kernel::linkAddress(*place.net, device, *route->via);
        if (!entry.isFound() || !entry->mac)
            return false;
        traced = {entry->mac, {Origin::Kind::InterfaceMac, {}, {}, {}, *route->via}, entry.evidence, {}};
        addEvidence(traced.evidence, routing.evidence);
        return true;
    };
    if (look(receiver, nic.name))
        return traced;
    for (const Place &other : places.nodes())
        for (const NetworkInterface &device : other.net->interfaces)
            if (&other != &receiver && shareNetwork(device, nic) && look(other, device.name))
                return traced;
    return traced;
}

// The node behind the router: who owns the destination, on a NIC. Of several the first is taken.
const Place *receiverOf(const Places &places, const IpAddress &destination)
{
    for (const Owner &owner : places.owners().of(destination))
        if (owner.kind == Owner::Kind::Node)
            return places.of(owner);
    return nullptr;
}

} // namespace

// What a router without output does is known of nodes' addresses alone: it brings the packet to the node's link.
void Walk::toRouter(Trail trail)
{
    const IpAddress destination = trail.packet.outer().ip.destination.value;
    const Place *const receiver = receiverOf(m_places, destination);
    const bool isOnLink = trail.nextHop == destination;
    if (receiver && !isOnLink) {
        const NetworkInterface *const nic = receiver->net->owner(destination);
        const bool isPodSide = nic && (nic->kind == LinkKind::Bridge || nic->tunnel) && m_whose.isOfCluster(destination);
        if (nic && !isPodSide)
            return fromRouter(std::move(trail), *receiver, nic->name);
        if (!nic) {
            trail.place = receiver;
            return missing(std::move(trail), "ip addr", Sentence::of("By which device {} has {} was not printed", receiver->name(), destination.text()));
        }
    }
    if (m_whose.isOfCluster(destination)) {
        const EvidenceList evidence = trail.routeEvidence;
        if (trail.byDefaultRoute) {
            const Sentence reason = Sentence::of("{} is of the cluster, but goes to a router by the default route", destination.text());
            return end(std::move(trail), {Disposition::LeavesCluster, reason, {}, evidence, {}, {}});
        }
        const Sentence reason = Sentence::of("Where the router {} sends {} is not known", trail.nextHop.text(), destination.text());
        return end(std::move(trail), {Disposition::FactsMissing, reason, {}, evidence, "ip route", {}});
    }
    if (trail.packet.isEncapsulated()) {
        const Sentence unknown = Sentence::of("Nobody printed anything of {}, where the tunnel ends", destination.text());
        return end(std::move(trail), {Disposition::FactsMissing, unknown, {}, {}, "ip addr", {}});
    }
    const Sentence reason = Sentence::of("{} is outside the cluster", destination.text());
    if (!isOnLink) {
        trail.steps.push_back({Step::Kind::Wire, trail.nextHop.text(), Sentence::of("The router {} takes it on", trail.nextHop.text()), trail.packet.outer().link->destination.evidence, {}, {}});
        trail.packet.outer().link = LinkHeader{};
        trail.packet.outer().ip.timeToLive = {};
        trail.enterRouter();
    }
    end(std::move(trail), {Disposition::ExitsCluster, reason, {}, {}, {}, {}});
}

void Walk::fromRouter(Trail trail, const Place &receiver, const std::string &name)
{
    const NetworkInterface &nic = *receiver.net->interface(name);
    const IpAddress source = trail.packet.outer().ip.source.value;
    const IpAddress destination = trail.packet.outer().ip.destination.value;
    const EvidenceList evidence = trail.packet.outer().link ? trail.packet.outer().link->destination.evidence : EvidenceList();
    trail.packet.outer().link = LinkHeader{routerMacFor(m_places, receiver, nic, source), m_whose.macOf(receiver, name)};
    trail.packet.outer().ip.timeToLive = {};
    trail.steps.push_back({Step::Kind::Wire, trail.nextHop.text(), Sentence::of("The router {} brings it to {} of {}", trail.nextHop.text(), name, receiver.name()), evidence, {}, {}});
    trail.enterRouter();
    trail.steps.push_back({Step::Kind::Wire, destination.text(), Sentence::of("{} of {} has {}", name, receiver.name(), destination.text()), m_whose.address(destination).evidence, {}, {}});
    arrive(std::move(trail), {&receiver, name, {}});
}

// By the router through which the node reaches the sender, or straight onto its NIC.
void Walk::enterFromOutside(Trail trail)
{
    const Place &node = *trail.place;
    kernel::Packet back;
    back.destination = trail.packet.outer().ip.source.value;
    const auto routing = kernel::lookUpRoute(*node.net, back);
    const Route *const route = routing.isFound() ? routing->route() : nullptr;
    if (!route)
        return missing(std::move(trail), routing.isUnseen() ? routing.ask : "ip route", Sentence::of("By which way {} is reached from {} is not known", node.name(), back.destination.text()));
    const NetworkInterface *const nic = node.net->interface(route->interface);
    if (!nic)
        return missing(std::move(trail), "ip -d link", Sentence::of("What {} of {} is was not printed", route->interface, node.name()));
    if (route->via) {
        trail.nextHop = *route->via;
        return fromRouter(std::move(trail), node, nic->name);
    }
    trail.packet.outer().link = LinkHeader{{{}, {}, {}, "ip neigh"}, m_whose.macOf(node, nic->name)};
    if (const auto entry = kernel::linkAddress(*node.net, nic->name, back.destination); entry.isFound() && entry->mac)
        trail.packet.outer().link->source = {entry->mac, {Origin::Kind::InterfaceMac, {}, {}, {}, back.destination}, entry.evidence, {}};
    arrive(std::move(trail), {&node, nic->name, routing.evidence});
}

} // namespace vethscope::path
