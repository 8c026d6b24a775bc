#include "core/topology/lighting.h"

#include <algorithm>

namespace vethscope {
namespace {

using Kind = Subject::Kind;

class Lighting
{
public:
    Lighting(const Cluster &cluster, const ClusterLinks &links) : m_cluster(cluster), m_links(links), m_book(cluster) { }

    void end(const std::optional<IpAddress> &address)
    {
        if (!address)
            return;
        for (std::size_t p = 0; p < m_cluster.pods.size(); ++p)
            if (std::ranges::find(m_cluster.pods[p].addresses, *address) != m_cluster.pods[p].addresses.end())
                pod(p);
        if (const auto owner = m_book.owner(*address); owner && owner->interface != nobody)
            light(Kind::Interface, owner->node, owner->interface);
        for (std::size_t r = 0; r < m_cluster.routers.size(); ++r)
            if (std::ranges::find(m_cluster.routers[r].addresses, *address) != m_cluster.routers[r].addresses.end())
                light(Kind::Router, 0, r);
    }

    // Between two nodes: their tunnel devices and the tunnel, or the next hop.
    void between(const IpAddress &source, const IpAddress &destination, bool tunnelled)
    {
        const auto a = m_book.owner(source);
        const auto b = m_book.owner(destination);
        for (std::size_t i = 0; tunnelled && i < m_links.tunnels.size(); ++i) {
            const TunnelLink &link = m_links.tunnels[i];
            const bool same = a && b && std::minmax(a->node, b->node) == std::minmax(link.from, link.to);
            if (!same || (link.isV6 != source.isV6() && hasTunnel(link, source.isV6())))
                continue;
            light(Kind::Tunnel, 0, i);
            way(link.from, link.fromInterface);
            if (link.toInterface != nobody)
                way(link.to, link.toInterface);
        }
    }

    std::set<Subject> take() { return std::move(m_lit); }

private:
    // Whether there is one of this family between the same nodes.
    bool hasTunnel(const TunnelLink &link, bool isV6) const
    {
        return std::ranges::any_of(m_links.tunnels, [&](const TunnelLink &other) { return other.from == link.from && other.to == link.to && other.isV6 == isV6; });
    }

    void light(Kind kind, std::size_t node, std::size_t item)
    {
        m_lit.insert({kind, static_cast<std::uint32_t>(node), static_cast<std::uint32_t>(item)});
    }

    void way(std::size_t node, std::size_t device)
    {
        if (device == nobody)
            return;
        light(Kind::Interface, node, device);
        light(Kind::Routes, node, device);
    }

    void pod(std::size_t index)
    {
        const ClusterPod &pod = m_cluster.pods[index];
        const auto node = std::ranges::find(m_cluster.nodes, pod.node, &ClusterNode::name);
        if (node == m_cluster.nodes.end())
            return;
        const auto number = static_cast<std::size_t>(node - m_cluster.nodes.begin());
        light(Kind::Pod, number, index);
        for (std::size_t i = 0; i < node->net.interfaces.size(); ++i) {
            if (!pod.hostInterface.empty() && node->net.interfaces[i].name == pod.hostInterface) {
                light(Kind::Interface, number, i);
                light(Kind::VethPair, number, i);
            }
            if (!pod.bridge.empty() && node->net.interfaces[i].name == pod.bridge)
                light(Kind::Interface, number, i);
        }
    }

    const Cluster &m_cluster;
    const ClusterLinks &m_links;
    AddressBook m_book;
    std::set<Subject> m_lit;
};

} // namespace

std::set<Subject> elementsOf(const Cluster &cluster, const ClusterLinks &links, const PacketAddresses &addresses)
{
    Lighting lighting(cluster, links);
    for (const auto &address : {addresses.outerSource, addresses.outerDestination, addresses.innerSource, addresses.innerDestination})
        lighting.end(address);
    if (addresses.outerSource && addresses.outerDestination)
        lighting.between(*addresses.outerSource, *addresses.outerDestination, addresses.innerSource != addresses.outerSource);
    return lighting.take();
}

} // namespace vethscope
