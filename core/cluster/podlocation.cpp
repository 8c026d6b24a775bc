#include "core/cluster/joining.h"
#include "core/cluster/podnetworks.h"
#include "core/cluster/told.h"

#include <algorithm>

namespace vethscope {
namespace {

class Location
{
public:
    explicit Location(Joining &joining) : m_joining(joining), m_networks(podNetworks(joining)) { }

    void locate(std::size_t place)
    {
        ClusterPod &pod = m_joining.cluster.pods[place];
        if (!pod.node.empty()) { // kubectl says it, in its own name of the node
            const auto known = m_joining.machine(pod.node);
            pod.node = m_joining.cluster.nodes[known ? *known : addGhost(pod)].name;
            markHostNetwork(pod);
            return;
        }
        if (const auto owner = owningNode(pod)) {
            pod.node = m_joining.cluster.nodes[*owner].name;
            pod.hostNetwork = true;
            return;
        }
        for (const IpAddress &address : pod.addresses) {
            if (const PodNetwork *network = networkOf(address)) {
                pod.node = m_joining.cluster.nodes[network->machine].name;
                addEvidence(pod.evidence, network->evidence);
                return;
            }
        }
        if (const auto node = nodeByVeth(place))
            pod.node = m_joining.cluster.nodes[*node].name;
    }

private:
    // `kubectl exec` tells where it was typed, not where the pod is. `3: eth0@if17` inside and `17: veth…@if3` on one node alone are a pair;
    // the node where it was typed is the pod's unless that one's indexes or routes say otherwise.
    std::optional<std::size_t> nodeByVeth(std::size_t place) const
    {
        const ClusterPod &pod = m_joining.cluster.pods[place];
        std::optional<std::size_t> typedOn;
        for (const HostFacts *host : m_joining.podParts[place].inside)
            if (!typedOn)
                typedOn = m_joining.machine(host->node);
        if (typedOn && routesAway(m_joining.cluster.nodes[*typedOn], pod))
            typedOn.reset();
        const JoinedInterface *end = mainEnd(place);
        if (!end)
            return typedOn;
        std::vector<std::size_t> nodes;
        for (std::size_t i = 0; i < m_joining.machines.size(); ++i)
            if (hasOtherEnd(m_joining.machines[i], *end) && !routesAway(m_joining.cluster.nodes[i], pod))
                nodes.push_back(i);
        if (typedOn && (std::ranges::find(nodes, *typedOn) != nodes.end() || m_joining.machines[*typedOn].byIndex.empty()))
            return typedOn;
        return nodes.size() == 1 ? std::optional(nodes.front()) : std::nullopt;
    }

    // The pod's own interface, if it names both indexes.
    const JoinedInterface *mainEnd(std::size_t place) const
    {
        for (const JoinedInterface &inside : m_joining.podParts[place].interfaces)
            if (inside.interface.name == m_joining.cluster.pods[place].interface && inside.interface.ifindex && inside.interface.peerIfindex)
                return &inside;
        return nullptr;
    }

    static bool hasOtherEnd(const Machine &machine, const JoinedInterface &inside)
    {
        const auto end = machine.byIndex.find(*inside.interface.peerIfindex);
        return end != machine.byIndex.end() && machine.interfaces[end->second].interface.peerIfindex == inside.interface.ifindex;
    }

    std::size_t addGhost(const ClusterPod &pod)
    {
        const std::size_t place = m_joining.addMachine(pod.node);
        m_joining.cluster.nodes[place].ghost = true;
        addEvidence(m_joining.cluster.nodes[place].evidence, pod.evidence);
        return place;
    }

    std::optional<std::size_t> owningNode(const ClusterPod &pod) const
    {
        for (const IpAddress &address : pod.addresses)
            if (const auto owner = m_joining.ownerOf(address))
                return owner;
        return std::nullopt;
    }

    void markHostNetwork(ClusterPod &pod) const
    {
        if (owningNode(pod))
            pod.hostNetwork = true;
    }

    const PodNetwork *networkOf(const IpAddress &address) const
    {
        const auto *networks = m_networks.longest(address);
        if (!networks)
            return nullptr;
        const auto isFirsts = [&](const PodNetwork &network) { return network.machine == networks->front().machine; };
        return std::ranges::all_of(*networks, isFirsts) ? &networks->front() : nullptr;
    }

    static bool routesAway(const ClusterNode &node, const ClusterPod &pod)
    {
        for (const IpAddress &address : pod.addresses) {
            const Route *longest = nullptr;
            for (const Route &route : node.net.routes)
                if (route.table.empty() && route.to.length > 0 && route.to.contains(address) && (!longest || route.to.length > longest->to.length))
                    longest = &route;
            if (longest && longest->hasNextHop())
                return true;
        }
        return false;
    }

    Joining &m_joining;
    PrefixTable<PodNetwork> m_networks;
};

} // namespace

void locatePods(Joining &joining)
{
    Location location(joining);
    for (std::size_t i = 0; i < joining.cluster.pods.size(); ++i)
        location.locate(i);
}

} // namespace vethscope
