#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"

#include "core/cluster/told.h"
#include "core/kernel/neighbours.h"

#include <algorithm>

// A route through a VXLAN device with a next hop that has no neighbour entry there: nobody answers ARP in such a tunnel (L3 miss), so that
// nothing is sent at all. A device that floods (an entry for 00:00:00:00:00:00, or a group) asks the others, and is no fault.

namespace vethscope::diagnose {
namespace {

bool floods(const ClusterNode &node, const NetworkInterface &tunnel)
{
    const auto isDefault = [&](const ForwardingEntry &entry) { return entry.interface == tunnel.name && entry.mac.isZero(); };
    return (tunnel.tunnel && tunnel.tunnel->remote) || std::ranges::any_of(node.net.forwarding, isDefault);
}

Findings findMissingNeighbours(const Case &about)
{
    Findings findings;
    for (const ClusterNode &node : about.nodes()) {
        for (const Route &route : node.net.routes) {
            const NetworkInterface *const tunnel = node.net.interface(route.interface);
            if (!tunnel || tunnel->kind != LinkKind::Vxlan || !route.via || floods(node, *tunnel))
                continue;
            const auto address = kernel::linkAddress(node.net, tunnel->name, *route.via);
            if (!address.isNone() || node.net.printed.of(HostTable::Forwarding) == Extent::No)
                continue;
            const PodNetwork *const pods = about.podNetworkOf(route.to.address);
            Finding finding;
            finding.title = Sentence::of("{} on {} has no neighbour entry for {}, the next hop to {}", tunnel->name, node.name, route.via->text(), route.to.text());
            finding.why = Sentence::of("Nobody answers ARP in this tunnel: its agent writes the entries. Without one nothing is sent to {}.", route.to.text());
            finding.fix = Sentence::of("Restart the network's agent on {}, or add it by hand: ip neigh replace {} lladdr MAC dev {} nud permanent.", node.name, route.via->text(), tunnel->name);
            finding.confirm = "ip neigh show dev " + tunnel->name;
            finding.subject = {{node.name}, {}, tunnel->name, route.via->text()};
            if (pods && about.nodes()[pods->node].name != node.name)
                finding.subject.nodes.push_back(about.nodes()[pods->node].name);
            finding.proof.add(route.evidence);
            finding.proof.add(firstOf(node.net.printed.evidence(HostTable::Neighbours)));
            exclude(finding, "missing-route", {route.evidence});
            for (const kernel::Rejected &failed : address.rejected)
                for (const std::uint32_t row : about.traffic() ? about.traffic()->lostBy({failed.evidence}, route.to) : std::vector<std::uint32_t>())
                    finding.proof.addFrame(row);
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace

constinit const Fault faults::missingNeighbour{
    .id = "missing-neighbour",
    .implies = {"one-way-tunnel", "arp-unanswered", "dns-unanswered", "tcp-retransmissions"},
    .find = findMissingNeighbours,
};

} // namespace vethscope::diagnose
