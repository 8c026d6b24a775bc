#include "core/diagnose/faults.h"

#include "core/kernel/routing.h"

#include <algorithm>

// A route that ends, or leads away, what is meant for a live pod: `blackhole`, `unreachable`, `prohibit`, or a second route by another node. Calico's
// blackhole for the node's own block is by design: the pods in it have host routes, which are longer.

namespace vethscope::diagnose {
namespace {

bool endsPackets(const std::string &type)
{
    return type == "blackhole" || type == "unreachable" || type == "prohibit";
}

Finding staleRoute(const ClusterNode &node, const ClusterPod &pod, const Said<IpAddress> &address, const Route &route, Sentence title)
{
    Finding finding;
    finding.title = std::move(title);
    finding.why = Sentence::of("This route is the longest that fits, so it takes what is meant for the pod. It is left from an earlier owner of the addresses.");
    finding.fix = Sentence::of("On {}: ip route delete {}, if nothing writes it anew; look what the network's agent there takes for its own.", node.name, route.to.text());
    finding.confirm = "ip route get " + address.text();
    finding.subject = {{node.name}, {}, {}, route.to.text()}; // whichever pods it covers
    finding.alsoOf = {pod.node};
    finding.proof.add(route.evidence);
    finding.proof.add(address.evidence);
    return finding;
}

void judgeRoute(const Case &about, const ClusterNode &node, const ClusterPod &pod, const Said<IpAddress> &address, const Route &route, Findings &findings)
{
    kernel::Packet packet;
    packet.source = IpAddress::any(address.isV6());
    packet.destination = address;
    const auto routing = kernel::lookUpRoute(node.net, packet);
    const bool isTaken = routing.isFound() && routing->route() && routing->route()->evidence == route.evidence;
    if (!isTaken)
        return;
    if (endsPackets(route.type)) {
        findings.push_back(staleRoute(node, pod, address, route, Sentence::of("{} has a route that ends what is sent to {}: {} {}", node.name, pod.fullName(), route.type, route.to.text())));
        return;
    }
    const auto owner = route.via ? about.book().owner(*route.via) : std::nullopt;
    if (owner && about.nodes()[owner->node].name != pod.node && route.to.length > 0 && pod.node != node.name)
        findings.push_back(staleRoute(node, pod, address, route, Sentence::of("{} routes {} to {}, but the pod {} is on {}", node.name, address.text(), about.nodes()[owner->node].name, pod.fullName(), pod.node)));
}

Findings findStaleRoutes(const Case &about)
{
    Findings findings;
    for (const ClusterNode &node : about.nodes()) {
        for (const Route &route : node.net.routes) {
            // A route to all pods may lead by one node that knows them: only what is as long as a node's network speaks of its pods.
            const PodNetwork *const pods = about.podNetworkOf(route.to.address);
            const bool mayBe = endsPackets(route.type) || (route.type == "unicast" && route.via && pods && route.to.length >= pods->network.length);
            if (!mayBe || node.net.printed.of(HostTable::Routes, route.to.address.isV6()) == Extent::No)
                continue;
            for (const ClusterPod &pod : about.cluster().pods) {
                if (pod.hostNetwork || pod.ghost || pod.node.empty())
                    continue;
                const auto inside = std::ranges::find_if(pod.addresses, [&](const Said<IpAddress> &one) { return route.to.contains(one); });
                if (inside != pod.addresses.end())
                    judgeRoute(about, node, pod, *inside, route, findings);
            }
        }
    }
    return findings;
}

} // namespace

constinit const Fault faults::staleBlackhole{
    .id = "stale-blackhole",
    .implies = {"asymmetric-path", "tcp-retransmissions", "dns-unanswered"},
    .find = findStaleRoutes,
};

} // namespace vethscope::diagnose
