#include "core/diagnose/faults.h"

#include "core/cluster/podnetworks.h"
#include "core/cluster/told.h"

#include <algorithm>

// A pod's cable that is cut: one end of its veth is down, or the node's end is not in the bridge that all others are in; or that bridge is down.

namespace vethscope::diagnose {
namespace {

Finding brokenVeth(const ClusterPod &pod, const std::string &interface, Sentence title, const Evidence &line)
{
    Finding finding;
    finding.title = std::move(title);
    finding.why = Sentence::of("A pod's packets pass a pair of veth devices and, in many networks, a bridge; what is down or apart there lets nothing through.");
    finding.fix = Sentence::of("Delete the pod, so that the CNI wires it anew; at once: ip link set {} up, or ip link set {} master BRIDGE.", interface, interface);
    finding.confirm = "ip -d link show " + interface;
    finding.subject = {{}, {pod.fullName()}, interface, {}};
    if (!pod.node.empty())
        finding.subject.nodes.push_back(pod.node);
    finding.proof.add(line);
    return finding;
}

bool isDown(const NetworkInterface &device)
{
    return device.state && *device.state == LinkState::Down;
}

// The bridge that the node's other pods are in.
const NetworkInterface *podBridgeOf(const ClusterNode &node)
{
    const auto found = std::ranges::find_if(node.net.interfaces, [&](const NetworkInterface &device) {
        return isPodBridge(device.name) && std::ranges::any_of(node.net.interfaces, [&](const NetworkInterface &port) { return port.kind == LinkKind::Veth && port.master && *port.master == device.name; });
    });
    return found == node.net.interfaces.end() ? nullptr : &*found;
}

void findBrokenPod(const Case &about, const ClusterPod &pod, Findings &findings)
{
    const NetworkInterface *const inside = pod.net.interface(pod.interface);
    if (inside && isDown(*inside))
        findings.push_back(brokenVeth(pod, inside->name, Sentence::of("{} of {} is down", inside->name, pod.fullName()), inside->state.evidence()));
    const ClusterNode *const node = about.cluster().node(pod.node);
    const NetworkInterface *const veth = node ? node->net.interface(pod.hostInterface) : nullptr;
    if (!veth || pod.hostInterface.empty())
        return;
    if (isDown(*veth))
        return findings.push_back(brokenVeth(pod, veth->name, Sentence::of("{} on {}, the node's end of {}, is down", veth->name, node->name, pod.fullName()), veth->state.evidence()));
    const NetworkInterface *const bridge = podBridgeOf(*node);
    const auto hostRoute = std::ranges::find(node->net.routes, veth->name, &Route::interface); // routed without a bridge
    if (bridge && !veth->master && veth->listed && hostRoute == node->net.routes.end())
        findings.push_back(brokenVeth(pod, veth->name, Sentence::of("{} on {}, the node's end of {}, is not in {}", veth->name, node->name, pod.fullName(), bridge->name), firstOf(veth->evidence)));
    if (bridge && veth->master && *veth->master == bridge->name && isDown(*bridge))
        findings.push_back(brokenVeth(pod, bridge->name, Sentence::of("{} on {}, the bridge of {}, is down", bridge->name, node->name, pod.fullName()), bridge->state.evidence()));
}

Findings findBrokenVeths(const Case &about)
{
    Findings findings;
    for (const ClusterPod &pod : about.cluster().pods)
        if (!pod.hostNetwork && !pod.ghost)
            findBrokenPod(about, pod, findings);
    return findings;
}

} // namespace

constinit const Fault faults::vethBroken{
    .id = "veth-broken",
    .implies = {"arp-unanswered", "tcp-retransmissions", "dns-unanswered"},
    .find = findBrokenVeths,
};

} // namespace vethscope::diagnose
