#include "core/kernel/pathmtu.h"
#include "core/path/tunnellines.h"
#include "core/path/walk.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope::path {
namespace {

constexpr std::uint16_t flannelPort = 8285;

// What flanneld knows as a lease: the node whose pods' network holds the address, by the bridge that has it.
struct Lease {
    const Place *node = nullptr;
    Evidence evidence{};
};

Lease leaseOf(const Places &places, const Place &sender, const IpAddress &address)
{
    for (const Place &node : places.nodes()) {
        if (&node == &sender)
            continue;
        for (const NetworkInterface &device : node.net->interfaces)
            for (const InterfaceAddress &own : device.addresses)
                if (device.kind == LinkKind::Bridge && own.contains(address) && device.name != "docker0")
                    return {&node, own.evidence};
    }
    for (const Owner &owner : places.owners().of(address))
        if (owner.kind == Owner::Kind::Pod)
            if (const Place *const node = places.ofNode(places.cluster().pods[owner.place].node); node && node != &sender)
                return {node, owner.evidence};
    return {};
}

// flanneld counts as a router: it takes one off the TTL (flannel's proxy_amd64.c tun_to_udp, udp_to_tun).
bool takesOne(IpHeader &ip, Step &step)
{
    if (!ip.timeToLive.value)
        return true;
    if (*ip.timeToLive.value <= 1)
        return false;
    step.changes.push_back({"ip.ttl", std::to_string(*ip.timeToLive.value), std::to_string(*ip.timeToLive.value - 1)});
    ip.timeToLive.value = static_cast<std::uint8_t>(*ip.timeToLive.value - 1);
    return true;
}

} // namespace

void Walk::handToFlannel(Trail trail, const NetworkInterface &device)
{
    if (trail.place->network != Network::FlannelUdp)
        return missing(std::move(trail), "ss -lntup", Sentence::of("Which program reads {} is not known", device.name));
    const IpAddress destination = trail.packet.outer().ip.destination.value;
    const Lease lease = leaseOf(m_places, *trail.place, destination);
    if (!lease.node) {
        const Sentence reason = Sentence::of("flanneld knows no node with a lease for {}", destination.text());
        const EvidenceList evidence = trail.routeEvidence;
        return end(std::move(trail), {Disposition::NoRoute, reason, {}, evidence, {}, {}});
    }
    const ClusterNode *const peer = m_places.cluster().node(lease.node->node);
    if (peer->addresses.empty())
        return missing(std::move(trail), "kubectl get nodes -o wide", Sentence::of("Which address {} has is not known", peer->name));
    const Said<IpAddress> &remote = peer->addresses.front();
    Step step{Step::Kind::Fdb, destination.text(), Sentence::of("flanneld reads {}: {} has the lease for {}", device.name, lease.node->node, destination.text()), {lease.evidence, remote.evidence}, {}, {}};
    if (!takesOne(trail.packet.outer().ip, step))
        return end(std::move(trail), {Disposition::TtlExceeded, Sentence::of("flanneld of {} has no hop left to give it", trail.place->name()), {}, {}, {}, {}});
    trail.steps.push_back(std::move(step));
    Scope outer;
    outer.ip.destination = {remote, {Origin::Kind::Lease, trail.place->node, device.name, trail.place->pod, remote}, {lease.evidence, remote.evidence}, {}};
    outer.ip.timeToLive = {std::uint8_t{64}, {Origin::Kind::Constant, {}, {}, {}, {}}, {}, {}};
    outer.tunnel = TunnelHeader{TunnelType::FlannelUdp, {flannelPort, {Origin::Kind::Constant, {}, {}, {}, {}}, {}, {}}, {}};
    sendOuter(std::move(trail), nullptr, std::move(outer));
}

void Walk::takeFromFlannel(Trail trail, const NetworkInterface &device)
{
    Step step{Step::Kind::Decapsulate, "flannel-udp", Sentence::of("flanneld writes what the datagram carries into {}", device.name), tunnelLines(device), {}, {}};
    trail.packet.decapsulate();
    trail.leaveKernel();
    if (!takesOne(trail.packet.outer().ip, step))
        return end(std::move(trail), {Disposition::TtlExceeded, Sentence::of("flanneld of {} has no hop left to give it", trail.place->name()), {}, {}, {}, {}});
    trail.steps.push_back(std::move(step));
    trail.enter(device.name, SeenOn::TunnelDevice);
    take(std::move(trail), device.name);
}

} // namespace vethscope::path
