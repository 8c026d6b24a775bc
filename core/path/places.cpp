#include "core/path/places.h"

#include "core/path/orphans.h"
#include "core/path/podspace.h"

namespace vethscope::path {

Places::Places(const Cluster &cluster) : m_cluster(cluster), m_owners(cluster)
{
    for (const ClusterNode &node : cluster.nodes) {
        m_nodePlaces.emplace(node.name, m_nodes.size());
        m_nodes.push_back({node.name, {}, &node.net, node.network, false, &m_rulesets.emplace_back(node.net), orphanedConnections(node.net, cluster, m_owners)});
    }
    for (const ClusterPod &pod : cluster.pods) {
        const ClusterNode *const node = cluster.node(pod.node);
        PodSpace space = podSpace(cluster, pod);
        m_spaces.push_back(std::move(space.net));
        m_podPlaces.emplace(pod.fullName(), m_pods.size());
        const kernel::Ruleset *const rules = pod.net.firewall.empty() ? nullptr : &m_rulesets.emplace_back(m_spaces.back());
        m_pods.push_back({pod.node, pod.fullName(), &m_spaces.back(), node ? node->network : Network::Unknown, space.isFilledIn, rules, orphanedConnections(m_spaces.back(), cluster, m_owners)});
    }
}

const Place *Places::ofNode(std::string_view name) const
{
    const auto found = m_nodePlaces.find(name);
    return found == m_nodePlaces.end() ? nullptr : &m_nodes[found->second];
}

const Place *Places::ofPod(std::string_view fullName) const
{
    const auto found = m_podPlaces.find(fullName);
    if (found == m_podPlaces.end())
        return nullptr;
    const ClusterPod &pod = m_cluster.pods[found->second];
    return pod.hostNetwork ? ofNode(pod.node) : &m_pods[found->second];
}

const Place *Places::of(const Owner &owner) const
{
    if (owner.kind == Owner::Kind::Node)
        return &m_nodes[owner.place];
    return owner.kind == Owner::Kind::Pod ? ofPod(m_cluster.pods[owner.place].fullName()) : nullptr;
}

const ClusterPod *Places::podOf(const Place &place) const
{
    const auto found = m_podPlaces.find(place.pod);
    return place.isPod() && found != m_podPlaces.end() ? &m_cluster.pods[found->second] : nullptr;
}

std::optional<End> Places::otherEnd(const Place &place, std::string_view device) const
{
    if (const ClusterPod *const pod = podOf(place)) {
        const Place *const node = ofNode(pod->node);
        if (!node || pod->hostInterface.empty())
            return std::nullopt;
        const NetworkInterface *const veth = node->net->interface(pod->hostInterface);
        return End{node, pod->hostInterface, veth && veth->peer ? veth->peer->evidence : pod->evidence};
    }
    const NetworkInterface *const veth = place.net->interface(device);
    if (!veth || !veth->peer)
        return std::nullopt;
    const Peer &peer = *veth->peer;
    const Place *const other = peer.pod.empty() ? ofNode(peer.node) : ofPod(peer.pod);
    if (!other || (peer.interface.empty() && !other->isPod()))
        return std::nullopt;
    const ClusterPod *const pod = podOf(*other);
    const std::string inside = pod && !pod->interface.empty() ? pod->interface : "eth0";
    return End{other, peer.interface.empty() ? inside : peer.interface, peer.evidence};
}

} // namespace vethscope::path
