#include "app/cli/texttable.h"
#include "app/cli/topologywriter.h"
#include "core/facts/shownline.h"

#include <algorithm>
#include <map>

#include <fmt/ranges.h>

namespace vethscope::cli {
namespace {

template <typename T>
std::string listed(const std::vector<T> &values)
{
    std::vector<std::string> texts;
    for (const T &value : values)
        texts.push_back(value.text());
    return fmt::format("{}", fmt::join(texts, ", "));
}

bool isLinkLocal(const IpPrefix &prefix)
{
    return prefix.address.isV6() && prefix.address.isLinkLocal();
}

std::string label(const NetworkInterface &interface)
{
    return interface.ifindex ? fmt::format("{}: {}", *interface.ifindex, interface.name) : interface.name;
}

// Kind, state, MTU, MAC and the addresses that somebody would look for.
std::string factsOf(const NetworkInterface &interface)
{
    std::vector<std::string> words;
    if (interface.kind != LinkKind::Unknown)
        words.emplace_back(nameOf(interface.kind));
    if (interface.state)
        words.emplace_back(nameOf(*interface.state));
    if (interface.mtu && interface.kind != LinkKind::Loopback)
        words.push_back(fmt::format("mtu {}", *interface.mtu));
    if (interface.mac && !interface.mac->isZero())
        words.push_back(interface.mac->text());
    for (const IpPrefix &prefix : interface.addresses)
        if (!isLinkLocal(prefix))
            words.push_back(prefix.text());
    if (const auto &tunnel = interface.tunnel) {
        if (tunnel->vni)
            words.push_back(fmt::format("VNI {}", *tunnel->vni));
        if (tunnel->port)
            words.push_back(fmt::format("port {}", *tunnel->port));
        if (tunnel->local)
            words.push_back("from " + tunnel->local->text());
        if (tunnel->remote)
            words.push_back("to " + tunnel->remote->text());
    }
    return fmt::format("{}", fmt::join(words, "  "));
}

// Whose an address or a MAC is, for the reader who does not know them by heart.
class Owners
{
public:
    explicit Owners(const Cluster &cluster)
    {
        for (const ClusterNode &node : cluster.nodes) {
            for (const IpAddress &address : node.addresses)
                m_addresses.try_emplace(address, node.name);
            for (const NetworkInterface &interface : node.net.interfaces) {
                if (interface.mac && !interface.mac->isZero() && interface.kind != LinkKind::Veth)
                    m_macs.try_emplace(*interface.mac, fmt::format("{} of {}", interface.name, node.name));
                for (const IpPrefix &prefix : interface.addresses)
                    if (interface.kind != LinkKind::Loopback && !prefix.address.isLinkLocal())
                        m_addresses.try_emplace(prefix.address, node.name);
            }
        }
        for (const ClusterPod &pod : cluster.pods) {
            if (pod.name.empty())
                continue;
            if (pod.mac)
                m_macs.try_emplace(*pod.mac, pod.fullName());
            for (const IpAddress &address : pod.addresses)
                m_addresses.try_emplace(address, pod.fullName());
        }
        for (const UnderlayRouter &router : cluster.routers)
            for (const MacAddress &mac : router.macs)
                m_macs.try_emplace(mac, "the gateway");
    }

    std::string of(const IpAddress &address) const
    {
        const auto found = m_addresses.find(address);
        return found == m_addresses.end() ? std::string() : found->second;
    }

    std::string of(const std::optional<MacAddress> &mac) const
    {
        const auto found = mac ? m_macs.find(*mac) : m_macs.end();
        return found == m_macs.end() ? std::string() : found->second;
    }

private:
    std::map<IpAddress, std::string> m_addresses;
    std::map<MacAddress, std::string> m_macs;
};

class NodeText
{
public:
    NodeText(const Cluster &cluster, const Owners &owners, const ClusterNode &node, std::ostream &out)
        : m_cluster(cluster), m_owners(owners), m_node(node), m_out(out)
    {
        for (const ClusterPod &pod : cluster.pods)
            if (pod.node == node.name && !pod.hostInterface.empty())
                m_pods.try_emplace(pod.hostInterface, &pod);
    }

    void write()
    {
        heading();
        std::vector<const NetworkInterface *> top;
        for (const NetworkInterface &interface : m_node.net.interfaces)
            if (parentOf(interface).empty())
                top.push_back(&interface);
        for (const NetworkInterface *interface : top)
            tree(*interface, "", interface == top.back());
        podsWithoutDevice();
        routes();
        neighbours();
        forwarding();
        bgp();
    }

private:
    void heading()
    {
        std::vector<std::string> words;
        if (m_node.ghost)
            words.emplace_back("only spoken of by others");
        if (!m_node.roles.empty())
            words.push_back(m_node.roles);
        if (m_node.network != Network::Unknown)
            words.emplace_back(nameOf(m_node.network));
        if (m_node.net.interfaces.empty() && !m_node.addresses.empty() && listed(m_node.addresses) != m_node.name)
            words.push_back(listed(m_node.addresses));
        m_out << fmt::format("{}{}{}\n", m_node.name.empty() ? "a node without a name" : m_node.name, words.empty() ? "" : "  ",
                   fmt::join(words, ", "));
    }

    // A port hangs below its bridge, a tunnel below the device that carries it.
    std::string parentOf(const NetworkInterface &interface) const
    {
        if (interface.master && m_node.net.interface(*interface.master))
            return *interface.master;
        if (interface.tunnel && interface.tunnel->device && m_node.net.interface(*interface.tunnel->device) && interface.tunnel->device != interface.name)
            return *interface.tunnel->device;
        return {};
    }

    std::vector<const NetworkInterface *> childrenOf(const NetworkInterface &parent) const
    {
        std::vector<const NetworkInterface *> children;
        for (const NetworkInterface &interface : m_node.net.interfaces)
            if (parentOf(interface) == parent.name)
                children.push_back(&interface);
        return children;
    }

    void tree(const NetworkInterface &interface, const std::string &indent, bool isLast)
    {
        m_out << fmt::format("{}{}{}  {}\n", indent, isLast ? "└─ " : "├─ ", label(interface), factsOf(interface));
        const std::string below = indent + (isLast ? "   " : "│  ");
        const auto children = childrenOf(interface);
        for (const NetworkInterface *child : children)
            tree(*child, below, child == children.back() && !interface.peer);
        if (interface.peer)
            m_out << fmt::format("{}└─ {}\n", below, peerText(interface));
        else if (interface.kind == LinkKind::Bridge && children.empty())
            m_out << fmt::format("{}└─ no ports\n", below);
    }

    std::string peerText(const NetworkInterface &interface) const
    {
        const Peer &peer = *interface.peer;
        if (peer.pod.empty())
            return fmt::format("↔ {}", peer.interface);
        const auto found = m_pods.find(interface.name);
        const ClusterPod *pod = found == m_pods.end() ? nullptr : found->second;
        std::string text = fmt::format("↔ {}{}", interface.peerIfindex ? fmt::format("{}: ", *interface.peerIfindex) : "",
                                       peer.interface.empty() ? "?" : peer.interface);
        if (!pod)
            return fmt::format("{} of {}", text, peer.pod);
        text += pod->name.empty() ? " of a pod that nobody named" : " of pod " + pod->fullName();
        if (!pod->addresses.empty())
            text += "  " + listed(pod->addresses);
        if (pod->mac)
            text += "  " + pod->mac->text();
        return text;
    }

    void podsWithoutDevice()
    {
        for (const ClusterPod &pod : m_cluster.pods)
            if (pod.node == m_node.name && pod.hostInterface.empty())
                m_out << fmt::format("   pod {}{}{}\n", pod.fullName(), pod.addresses.empty() ? "" : "  " + listed(pod.addresses),
                           pod.hostNetwork ? "  in the node's own network" : "  whose veth no line shows");
    }

    void routes()
    {
        TextTable table("Routes");
        for (const Route &route : m_node.net.routes)
            if (route.table.empty() && !isLinkLocal(route.to) && !route.to.address.isMulticast())
                table.add({route.to.length == 0 ? "all else" : route.to.isHost() ? route.to.address.text() : route.to.text(), wayOf(route),
                           endOf(route)});
        table.write(m_out);
    }

    static std::string wayOf(const Route &route)
    {
        if (route.type == "blackhole")
            return "is dropped here";
        if (route.type != "unicast")
            return route.type;
        if (!route.hasNextHop())
            return "straight out of " + route.interface;
        return fmt::format("through {} on {}{}", route.via ? route.via->text() : route.viaName, route.interface, route.onlink ? ", on-link" : "");
    }

    std::string endOf(const Route &route) const
    {
        if (!route.via) { // a next hop by name alone is nobody's
            if (route.hasNextHop())
                return {};
            const std::string owner = route.to.isHost() ? m_owners.of(route.to.address) : std::string();
            return owner == m_node.name ? std::string() : owner;
        }
        return m_owners.of(*route.via);
    }

    void neighbours()
    {
        TextTable table("Neighbours");
        for (const Neighbour &neighbour : m_node.net.neighbours)
            if (!neighbour.ip || !(neighbour.ip->isV6() && neighbour.ip->isLinkLocal()))
                table.add({neighbour.ip ? neighbour.ip->text() : neighbour.name, neighbour.mac ? neighbour.mac->text() : "no answer",
                           "on " + neighbour.interface, neighbour.state, m_owners.of(neighbour.mac)});
        table.write(m_out);
    }

    // The tunnels' entries; a bridge's own tree shows who is behind which port.
    void forwarding()
    {
        TextTable table("Forwarding");
        for (const ForwardingEntry &entry : m_node.net.forwarding)
            if (entry.destination)
                table.add({entry.mac.text(), fmt::format("by {} to {}", entry.interface, entry.destination->text()),
                           m_owners.of(*entry.destination)});
        table.write(m_out);
    }

    void bgp()
    {
        TextTable table("BGP");
        for (const BgpSession &session : m_node.bgp)
            table.add({session.peer.text(), session.peerNode == session.peer.text() ? "" : session.peerNode, session.kind,
                       session.asn ? fmt::format("AS {}", *session.asn) : "", session.state, session.info});
        table.write(m_out);
    }

    const Cluster &m_cluster;
    const Owners &m_owners;
    const ClusterNode &m_node;
    std::ostream &m_out;
    std::map<std::string, const ClusterPod *> m_pods; // by their veth
};

void writeUnderlay(const Cluster &cluster, std::ostream &out)
{
    TextTable table("Underlay");
    for (const UnderlaySubnet &subnet : cluster.subnets) {
        std::vector<std::string> members, gateways;
        for (const auto &member : subnet.members)
            members.push_back(member.interface.empty() ? member.node : fmt::format("{} of {}", member.interface, member.node));
        for (const std::size_t place : subnet.routers) {
            const UnderlayRouter &router = cluster.routers[place];
            gateways.push_back(fmt::format("gateway {}{}{}", listed(router.addresses), router.macs.empty() ? "" : " at ", listed(router.macs)));
        }
        table.add({subnet.network.text(), fmt::format("{}", fmt::join(members, ", ")), fmt::format("{}", fmt::join(gateways, ", "))});
    }
    table.write(out);
}

void writeServices(const Cluster &cluster, std::ostream &out)
{
    TextTable table("Services");
    for (const ClusterService &service : cluster.services) {
        std::vector<std::string> ports, endpoints;
        for (const ServicePort &port : service.ports)
            ports.push_back(fmt::format("{}/{}", port.port, port.protocol));
        for (const EndpointFact &endpoint : service.endpoints)
            endpoints.push_back(fmt::format("{}:{}", endpoint.address.text(), endpoint.port));
        table.add({service.serviceNamespace + '/' + service.name, listed(service.addresses), fmt::format("{}", fmt::join(ports, ", ")),
                   endpoints.empty() ? "" : fmt::format("to {}", fmt::join(endpoints, ", "))});
    }
    table.write(out);
}

void writeProblems(const Cluster &cluster, std::ostream &out)
{
    for (const Problem &problem : cluster.problems) {
        out << fmt::format("\n{}: {}\n", nameOf(problem.severity), problem.message.english());
        for (const Evidence &line : problem.evidence)
            if (line.source)
                out << fmt::format("    {}:{}: {}\n", line.source->name(), line.line, shownLine(line).text);
    }
}

} // namespace

void writeTopologyText(const Cluster &cluster, const HostSnapshots &hosts, std::ostream &out)
{
    const Owners owners(cluster);
    for (const ClusterNode &node : cluster.nodes) {
        NodeText(cluster, owners, node, out).write();
        out << '\n';
    }
    for (const ClusterPod &pod : cluster.pods)
        if (pod.node.empty())
            out << fmt::format("pod {}{}  on a node that no line tells\n", pod.fullName(), pod.addresses.empty() ? "" : "  " + listed(pod.addresses));
    writeUnderlay(cluster, out);
    writeServices(cluster, out);
    writeProblems(cluster, out);
    out << fmt::format("\n{}\n", hosts.sums.sentence());
}

} // namespace vethscope::cli
