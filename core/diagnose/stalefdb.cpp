#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"

#include <algorithm>

// A forwarding entry of a tunnel device that sends to an address which the owner of the MAC address does not have: left from before the node
// got another address.

namespace vethscope::diagnose {
namespace {

const ClusterNode *vtepOwnerOf(const Case &about, const ClusterNode &asker, const MacAddress &mac, const NetworkInterface *&device)
{
    for (const ClusterNode &node : about.nodes())
        for (const NetworkInterface &one : node.net.interfaces)
            if (&node != &asker && one.kind == LinkKind::Vxlan && one.mac && *one.mac == mac) {
                device = &one;
                return &node;
            }
    return nullptr;
}

// Also one that the node is only known by: a public address in front of it.
bool isReachedBy(const Case &about, const ClusterNode &node, const IpAddress &address)
{
    const auto isIt = [&](const Said<IpAddress> &own) { return static_cast<const IpAddress &>(own) == address; };
    return node.net.owner(address) || std::ranges::any_of(node.addresses, isIt)
        || std::ranges::any_of(about.kubernetesOf(node), [&](const KubernetesNodeFact *fact) { return fact->flannelPublicIp == address; });
}

Findings findStaleForwarding(const Case &about)
{
    Findings findings;
    for (const ClusterNode &node : about.nodes()) {
        for (const ForwardingEntry &entry : node.net.forwarding) {
            const NetworkInterface *device = nullptr;
            const ClusterNode *const owner = entry.destination && !entry.mac.isZero() ? vtepOwnerOf(about, node, entry.mac, device) : nullptr;
            const NetworkInterface *const tunnel = node.net.interface(entry.interface);
            if (!owner || !tunnel || tunnel->kind != LinkKind::Vxlan || isReachedBy(about, *owner, *entry.destination) || owner->net.printed.of(HostTable::Addresses, entry.destination->isV6()) != Extent::Whole)
                continue;
            Finding finding;
            finding.title = Sentence::of("{} sends frames for {} to {}, which {} does not have", node.name, entry.mac.text(), entry.destination->text(), owner->name);
            finding.why = Sentence::of("{} is the MAC address of {} on {}: tunnelled packets go to an address where it is not.", entry.mac.text(), device->name, owner->name);
            finding.fix = Sentence::of("Restart the network's agent on {}, or set it by hand: bridge fdb replace {} dev {} dst ADDRESS, with an address of {}.", node.name, entry.mac.text(), entry.interface, owner->name);
            finding.confirm = "bridge fdb show dev " + entry.interface;
            finding.subject = {{node.name, owner->name}, {}, entry.interface, entry.destination->text()};
            finding.proof.add(entry.evidence);
            finding.proof.add(device->mac.evidence());
            if (about.traffic())
                for (const auto &[key, seen] : about.traffic()->seen().tunnels)
                    if (key.to == *entry.destination && node.net.owner(key.from))
                        finding.proof.addFrame(seen.row);
            for (const Neighbour &neighbour : node.net.neighbours)
                if (neighbour.interface == entry.interface && neighbour.mac && *neighbour.mac == entry.mac)
                    finding.excluded.push_back({"stale-neighbour", {{neighbour.evidence}, {}}});
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace

constinit const Fault faults::staleFdb{
    .id = "stale-fdb",
    .implies = {"one-way-tunnel", "tunnel-port-blocked", "arp-unanswered", "tcp-retransmissions"},
    .find = findStaleForwarding,
};

} // namespace vethscope::diagnose
