#include "core/diagnose/podnetwork.h"

#include "core/bytes/lowercase.h"
#include "core/cluster/podnetworks.h"

#include <algorithm>

namespace vethscope::diagnose {
namespace {

class PodNetworkCollector
{
public:
    PodNetworkCollector(const Facts &facts, const Cluster &cluster) : m_facts(facts), m_cluster(cluster) { }

    void addNode(std::size_t place)
    {
        const ClusterNode &node = m_cluster.nodes[place];
        for (const char *const name : {"FLANNEL_SUBNET", "FLANNEL_IPV6_SUBNET"})
            if (const Known<std::string> subnet = node.net.setting(name))
                if (const auto network = IpPrefix::parse(*subnet))
                    add(place, *network, subnet.evidence());
        for (const NetworkInterface &device : node.net.interfaces)
            for (const InterfaceAddress &address : device.addresses)
                if (isPodBridge(device.name) && !address.isHost() && !address.address.isLinkLocal())
                    add(place, address, address.evidence);
        for (const Route &route : node.net.routes)
            if (route.type == "blackhole" && isCalicosProtocol(route.protocol) && isLivedIn(node, route.to))
                add(place, route.to, route.evidence);
        if (isCalico(node.network)) // whose own IPAM gives blocks of its pools
            return;
        for (const KubernetesNodeFact &fact : m_facts.nodes)
            if (isAbout(fact, node))
                for (const IpPrefix &cidr : fact.podCidrs)
                    add(place, cidr, fact.evidence);
    }

    std::vector<PodNetwork> take() { return std::move(m_networks); }

private:
    // A blackhole for another node's block is a stale one: of the own block the node has pods' routes, or an address.
    static bool isLivedIn(const ClusterNode &node, const IpPrefix &block)
    {
        const auto isInside = [&](const IpAddress &address) { return block.contains(address); };
        return std::ranges::any_of(node.net.routes, [&](const Route &route) { return route.to.isHost() && !route.hasNextHop() && route.type == "unicast" && isInside(route.to.address); })
            || std::ranges::any_of(node.net.interfaces, [&](const NetworkInterface &device) { return std::ranges::any_of(device.addresses, isInside, &InterfaceAddress::address); });
    }

    void add(std::size_t place, const IpPrefix &prefix, const Evidence &evidence)
    {
        const auto isSame = [&](const PodNetwork &one) { return one.node == place && one.network == prefix.network(); };
        if (std::ranges::none_of(m_networks, isSame))
            m_networks.push_back({place, prefix.network(), evidence});
    }

    const Facts &m_facts;
    const Cluster &m_cluster;
    std::vector<PodNetwork> m_networks;
};

} // namespace

bool isAbout(const KubernetesNodeFact &fact, const ClusterNode &node)
{
    const std::string name = lowerCase(node.name); // as Kubernetes has all names
    const auto isIts = [&](const IpAddress &address) {
        return std::ranges::any_of(node.addresses, [&](const Said<IpAddress> &own) { return static_cast<const IpAddress &>(own) == address; });
    };
    return lowerCase(fact.name) == name || (!fact.hostName.empty() && lowerCase(fact.hostName) == name) || std::ranges::any_of(fact.internalAddresses, isIts);
}

std::vector<PodNetwork> podNetworksOf(const Facts &facts, const Cluster &cluster)
{
    PodNetworkCollector collector(facts, cluster);
    for (std::size_t place = 0; place < cluster.nodes.size(); ++place)
        collector.addNode(place);
    return collector.take();
}

} // namespace vethscope::diagnose
