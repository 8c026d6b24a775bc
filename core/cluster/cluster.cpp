#include "core/cluster/cluster.h"

#include "core/cluster/joining.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace vethscope {
namespace {

template <typename T>
std::vector<T> inOrder(std::vector<T> &from, const std::vector<std::size_t> &order)
{
    std::vector<T> sorted;
    sorted.reserve(order.size());
    for (const std::size_t place : order)
        sorted.push_back(std::move(from[place]));
    return sorted;
}

void putGhostsLast(Cluster &cluster)
{
    std::ranges::stable_partition(cluster.nodes, [](const ClusterNode &node) { return !node.ghost; });
}

// What the joins carried beside the cluster goes into it: interfaces, and no pod that turned out to be another.
void finish(Joining &joining)
{
    namePeers(joining);
    Cluster &cluster = joining.cluster;
    for (std::size_t i = 0; i < cluster.nodes.size(); ++i)
        for (JoinedInterface &joined : joining.machines[i].interfaces)
            cluster.nodes[i].net.interfaces.push_back(std::move(joined.interface));
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < cluster.pods.size(); ++i) {
        for (JoinedInterface &joined : joining.podParts[i].interfaces)
            cluster.pods[i].net.interfaces.push_back(std::move(joined.interface));
        cluster.pods[i].ghost = cluster.pods[i].name.empty();
        if (!joining.podParts[i].absorbed)
            kept.push_back(i);
    }
    cluster.pods = inOrder(cluster.pods, kept);
    putGhostsLast(cluster);
}

template <typename T, std::size_t size>
std::string_view nameIn(const std::array<std::string_view, size> &names, T value)
{
    return names[static_cast<std::size_t>(value)];
}

} // namespace

Cluster clusterOf(const Facts &facts)
{
    Joining joining{.facts = facts};
    joinMachines(joining);
    joinPods(joining);
    pairByNamespace(joining);
    locatePods(joining);
    pairByIndex(joining);
    pairByTables(joining);
    pairWithinNodes(joining);
    joinServices(joining);
    joinBgp(joining);
    addGhosts(joining);
    judgeNetworks(joining);
    joinUnderlay(joining);
    judgePrints(joining);
    compareListings(joining);
    reportDuplicates(joining);
    finish(joining);
    return std::move(joining.cluster);
}

std::string_view nameOf(Network network)
{
    static constexpr std::array<std::string_view, 14> names{"unknown",           "flannel-vxlan", "flannel-udp",  "flannel-host-gw", "calico-ipip",
                                                            "calico-bgp",        "flannel-wireguard", "flannel-ipip", "calico-vxlan", "kube-router",
                                                            "cilium-vxlan",      "cilium-geneve", "cilium-native", "weave"};
    return nameIn(names, network);
}

bool isCalico(Network network)
{
    return network == Network::CalicoIpip || network == Network::CalicoBgp || network == Network::CalicoVxlan;
}

std::string_view nameOf(LinkKind kind)
{
    static constexpr std::array<std::string_view, 17> names{"unknown", "physical", "bridge", "veth", "vxlan", "ipip", "tun",
                                                            "tap", "geneve", "gre", "wireguard", "vlan", "bond", "macvlan", "ipvlan", "dummy", "loopback"};
    return nameIn(names, kind);
}

bool isTunnel(LinkKind kind)
{
    switch (kind) {
    case LinkKind::Vxlan:
    case LinkKind::Ipip:
    case LinkKind::Tun:
    case LinkKind::Geneve:
    case LinkKind::Gre:
    case LinkKind::Wireguard:
        return true;
    default:
        return false;
    }
}

std::string_view nameOf(LinkState state)
{
    static constexpr std::array<std::string_view, 3> names{"unknown", "up", "down"};
    return nameIn(names, state);
}

std::string_view nameOf(ProblemSeverity severity)
{
    static constexpr std::array<std::string_view, 3> names{"note", "warning", "error"};
    return nameIn(names, severity);
}

std::string ClusterPod::fullName() const
{
    if (!name.empty())
        return (podNamespace.empty() ? "default" : podNamespace) + '/' + name;
    if (!addresses.empty())
        return addresses.front().text();
    return mac ? mac->text() : hostInterface;
}

const ClusterNode *Cluster::node(std::string_view wanted) const
{
    const auto found = std::ranges::find(nodes, wanted, &ClusterNode::name);
    return found == nodes.end() ? nullptr : &*found;
}

const ClusterPod *Cluster::pod(std::string_view fullName) const
{
    const auto found = std::ranges::find_if(pods, [&](const ClusterPod &pod) { return pod.fullName() == fullName; });
    return found == pods.end() ? nullptr : &*found;
}

} // namespace vethscope
