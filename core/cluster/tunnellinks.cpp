#include "core/cluster/links.h"
#include "core/cluster/wireguardpeers.h"

#include <fmt/format.h>

#include <algorithm>

namespace vethscope {
namespace {

// Where a tunnel device sends to, as its own node tells it.
struct FarEnd {
    IpAddress address;
    std::optional<MacAddress> mac;
    Evidence evidence;
    std::optional<std::size_t> node;
};

// Forwarding entries say which node stands behind a device's MAC (VXLAN); routes through the device say which next hop (IPIP); `wg show`
// names its peers' endpoints.
std::vector<FarEnd> farEnds(const ClusterNode &node, const NetworkInterface &device, const AddressBook &book)
{
    std::vector<FarEnd> ends;
    for (const ForwardingEntry &entry : node.net.forwarding) {
        if (entry.interface != device.name || !entry.destination || entry.destination->isMulticast())
            continue;
        const auto owner = book.owner(*entry.destination);
        ends.push_back({*entry.destination, entry.mac.isZero() ? std::nullopt : std::optional(entry.mac), entry.evidence,
                        owner ? std::optional(owner->node) : book.owner(entry.mac)});
    }
    for (const Route &route : node.net.routes) {
        if (route.interface != device.name || !route.via)
            continue;
        const auto neighbour = std::ranges::find_if(node.net.neighbours, [&](const Neighbour &one) {
            return one.interface == device.name && one.ip == *route.via;
        });
        FarEnd end{*route.via, std::nullopt, route.evidence, std::nullopt};
        if (neighbour != node.net.neighbours.end())
            end.mac = neighbour->mac;
        if (const auto owner = book.owner(*route.via))
            end.node = owner->node;
        else if (end.mac)
            end.node = book.owner(*end.mac);
        ends.push_back(end);
    }
    if (device.kind == LinkKind::Wireguard) {
        for (const WireguardPeer &peer : wireguardPeers(node.net, device.name)) {
            const auto owner = peer.endpoint ? book.owner(*peer.endpoint) : std::nullopt;
            if (peer.endpoint)
                ends.push_back({*peer.endpoint, std::nullopt, peer.lines.back(), owner ? std::optional(owner->node) : std::nullopt});
        }
    }
    if (device.tunnel && device.tunnel->remote) {
        const auto owner = book.owner(*device.tunnel->remote);
        ends.push_back({*device.tunnel->remote, std::nullopt, device.evidence.empty() ? Evidence{} : device.evidence.front(),
                        owner ? std::optional(owner->node) : std::nullopt});
    }
    return ends;
}

// The far node's device of the same kind: the same VNI before another's, the same name before any.
std::size_t counterpart(const ClusterNode &node, const NetworkInterface &device)
{
    std::size_t best = nobody;
    int bestScore = -1;
    for (std::size_t i = 0; i < node.net.interfaces.size(); ++i) {
        const NetworkInterface &candidate = node.net.interfaces[i];
        if (candidate.kind != device.kind)
            continue;
        const bool sameVni = candidate.tunnel && device.tunnel && candidate.tunnel->vni == device.tunnel->vni;
        const int score = (sameVni ? 2 : 0) + (candidate.name == device.name ? 1 : 0);
        if (score > bestScore) {
            best = i;
            bestScore = score;
        }
    }
    return best;
}

class Collector
{
public:
    Collector(const Cluster &cluster, const AddressBook &book) : m_cluster(cluster), m_book(book) { }

    void device(std::size_t node, std::size_t interface)
    {
        const ClusterNode &owner = m_cluster.nodes[node];
        for (const FarEnd &end : farEnds(owner, owner.net.interfaces[interface], m_book)) {
            if (end.node == node)
                continue;
            if (end.node)
                known(node, interface, *end.node, end.evidence);
            else
                unknown(node, interface, end);
        }
    }

    // flannel's UDP backend keeps its peers in the daemon; who shares the pods' network through such a device is one of them.
    void tunPeers(std::size_t node, std::size_t interface)
    {
        const NetworkInterface &device = m_cluster.nodes[node].net.interfaces[interface];
        for (std::size_t other = 0; other < m_cluster.nodes.size(); ++other) {
            for (const NetworkInterface &candidate : m_cluster.nodes[other].net.interfaces) {
                if (other == node || candidate.kind != LinkKind::Tun || candidate.addresses.empty() || device.addresses.empty()
                    || candidate.addresses.front().network() != device.addresses.front().network())
                    continue;
                known(node, interface, other, device.evidence.empty() ? Evidence{} : device.evidence.front());
            }
        }
    }

    std::vector<TunnelLink> take()
    {
        std::ranges::stable_sort(m_links, {}, [](const TunnelLink &link) { return std::pair(link.from, link.to); });
        return std::move(m_links);
    }

private:
    void known(std::size_t node, std::size_t interface, std::size_t far, const Evidence &evidence)
    {
        const NetworkInterface &device = m_cluster.nodes[node].net.interfaces[interface];
        const std::size_t farInterface = counterpart(m_cluster.nodes[far], device);
        const bool forwards = node < far;
        const std::size_t from = forwards ? node : far;
        const std::size_t to = forwards ? far : node;
        const std::size_t fromInterface = forwards ? interface : farInterface;
        auto link = std::ranges::find_if(m_links, [&](const TunnelLink &one) {
            return one.from == from && one.to == to && one.kind == device.kind && one.fromInterface == fromInterface;
        });
        if (link == m_links.end()) {
            TunnelLink made;
            made.from = from;
            made.to = to;
            made.fromInterface = fromInterface;
            made.kind = device.kind;
            m_links.push_back(made);
            link = m_links.end() - 1;
        }
        link->toInterface = forwards ? farInterface : interface;
        (forwards ? link->there : link->back) = true;
        tellSettings(*link);
        add(*link, evidence);
    }

    void unknown(std::size_t node, std::size_t interface, const FarEnd &end)
    {
        const NetworkInterface &device = m_cluster.nodes[node].net.interfaces[interface];
        auto link = std::ranges::find_if(m_links, [&](const TunnelLink &one) {
            return one.from == node && one.to == nobody && one.fromInterface == interface
                && (one.farAddress == end.address || (end.mac && one.farMac == end.mac));
        });
        if (link == m_links.end()) {
            TunnelLink made;
            made.from = node;
            made.fromInterface = interface;
            made.kind = device.kind;
            made.farAddress = end.address;
            made.farMac = end.mac;
            made.there = true;
            m_links.push_back(made);
            link = m_links.end() - 1;
            tellSettings(*link);
        }
        add(*link, end.evidence);
    }

    void tellSettings(TunnelLink &link) const
    {
        const auto of = [&](std::size_t node, std::size_t interface) -> const Tunnel * {
            if (node == nobody || interface == nobody)
                return nullptr;
            const auto &tunnel = m_cluster.nodes[node].net.interfaces[interface].tunnel;
            return tunnel ? &*tunnel : nullptr;
        };
        if (const Tunnel *near = of(link.from, link.fromInterface)) {
            link.vni = near->vni;
            link.port = near->port;
            link.isV6 = near->local && near->local->isV6();
        }
        if (const Tunnel *far = of(link.to, link.toInterface)) {
            link.farVni = far->vni;
            link.farPort = far->port;
        }
    }

    static void add(TunnelLink &link, const Evidence &evidence)
    {
        if (evidence.source && std::ranges::find(link.evidence, evidence) == link.evidence.end())
            link.evidence.push_back(evidence);
    }

    const Cluster &m_cluster;
    const AddressBook &m_book;
    std::vector<TunnelLink> m_links;
};

template <typename Number>
std::string bothOf(std::optional<Number> near, std::optional<Number> far)
{
    if (near && far && *near != *far)
        return fmt::format("{} ≠ {}", *near, *far);
    return near || far ? fmt::format("{}", near ? *near : *far) : std::string();
}

constexpr std::uint16_t flannelUdpPort = 8285;

} // namespace

bool TunnelLink::endsDiffer() const
{
    return (vni && farVni && vni != farVni) || (port && farPort && port != farPort);
}

std::string TunnelLink::label() const
{
    std::string text;
    switch (kind) {
    case LinkKind::Vxlan:
        text = "VXLAN";
        break;
    case LinkKind::Ipip:
        return "IPIP";
    case LinkKind::Tun:
        return fmt::format("flannel UDP :{}", port.value_or(flannelUdpPort));
    case LinkKind::Geneve:
        text = "Geneve";
        break;
    case LinkKind::Gre:
        return "GRE";
    case LinkKind::Wireguard:
        text = "WireGuard";
        break;
    default:
        return "tunnel";
    }
    if (const std::string numbers = bothOf(vni, farVni); !numbers.empty())
        text += ' ' + numbers;
    if (const std::string ports = bothOf(port, farPort); !ports.empty())
        text += " :" + ports;
    if (isV6)
        text += " IPv6";
    return text;
}

std::vector<TunnelLink> tunnelLinks(const Cluster &cluster, const AddressBook &book)
{
    Collector collector(cluster, book);
    for (std::size_t node = 0; node < cluster.nodes.size(); ++node) {
        const auto &interfaces = cluster.nodes[node].net.interfaces;
        for (std::size_t i = 0; i < interfaces.size(); ++i) {
            if (interfaces[i].kind == LinkKind::Tun)
                collector.tunPeers(node, i);
            else if (isTunnel(interfaces[i].kind))
                collector.device(node, i);
        }
    }
    return collector.take();
}

} // namespace vethscope
