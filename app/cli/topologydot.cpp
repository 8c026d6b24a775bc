#include "app/cli/topologywriter.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace vethscope::cli {
namespace {

// A quoted string of the DOT language: only the quote and the backslash need care.
std::string dotText(std::string_view text)
{
    std::string result = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            result += '\\';
        result += letter;
    }
    return result + '"';
}

// Two lines of a label; `\n` is DOT's own line break.
std::string labelOf(const std::string &first, const std::string &second)
{
    std::string label = dotText(first);
    if (!second.empty()) {
        label.pop_back();
        label += "\\n" + dotText(second).substr(1);
    }
    return label;
}

std::string idOf(const ClusterNode &node, const std::string &interface)
{
    return dotText(node.name + ' ' + interface);
}

std::string firstAddress(const NetworkInterface &interface)
{
    for (const IpPrefix &prefix : interface.addresses)
        if (!prefix.address.isLinkLocal())
            return prefix.text();
    return {};
}

// Underlay blue, tunnels violet, what belongs to pods orange: as in the window.
std::string_view colourOf(LinkKind kind)
{
    if (isTunnel(kind))
        return "color=\"#7748A8\", fillcolor=\"#EEE5F7\"";
    if (kind == LinkKind::Bridge || kind == LinkKind::Veth)
        return "color=\"#B45F10\", fillcolor=\"#FDEDDC\"";
    return "color=\"#2B66AE\", fillcolor=\"#E4EDF9\"";
}

class DotWriter
{
public:
    DotWriter(const Cluster &cluster, std::ostream &out) : m_cluster(cluster), m_out(out) { }

    void write()
    {
        m_out << "graph cluster {\n"
                 "    graph [compound=true, rankdir=BT, fontname=\"sans-serif\"]\n"
                 "    node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\", fontsize=11]\n"
                 "    edge [fontname=\"sans-serif\", fontsize=9]\n";
        for (std::size_t i = 0; i < m_cluster.nodes.size(); ++i)
            writeNode(m_cluster.nodes[i], i);
        for (const ClusterNode &node : m_cluster.nodes)
            writeTunnels(node);
        writeUnderlay();
        m_out << "}\n";
    }

private:
    void writeNode(const ClusterNode &node, std::size_t number)
    {
        m_out << fmt::format("    subgraph cluster_{} {{\n        label={}; style=\"rounded{}\"\n", number,
                   labelOf(node.name, node.network == Network::Unknown ? std::string() : std::string(nameOf(node.network))),
                   node.ghost ? ",dashed" : "");
        for (const NetworkInterface &interface : node.net.interfaces)
            if (interface.kind != LinkKind::Loopback)
                m_out << fmt::format("        {} [label={}, {}]\n", idOf(node, interface.name), labelOf(interface.name, firstAddress(interface)),
                           colourOf(interface.kind));
        if (node.net.interfaces.empty())
            m_out << fmt::format("        {} [label={}, style=\"rounded,dashed\"]\n", idOf(node, {}), dotText("no command of its own was seen"));
        for (const ClusterPod &pod : m_cluster.pods)
            if (pod.node == node.name)
                writePod(node, pod);
        for (const NetworkInterface &interface : node.net.interfaces)
            writeWires(node, interface);
        m_out << "    }\n";
    }

    void writePod(const ClusterNode &node, const ClusterPod &pod)
    {
        const std::string address = pod.addresses.empty() ? std::string() : pod.addresses.front().text();
        m_out << fmt::format("        {} [label={}, shape=component, color=\"#B45F10\", fillcolor=white{}]\n", dotText("pod " + pod.fullName()),
                   labelOf(pod.name.empty() ? "?" : pod.name, address), pod.name.empty() ? ", style=\"dashed\"" : "");
        if (!pod.hostInterface.empty())
            m_out << fmt::format("        {} -- {} [label={}]\n", idOf(node, pod.hostInterface), dotText("pod " + pod.fullName()),
                       dotText(pod.interface));
    }

    void writeWires(const ClusterNode &node, const NetworkInterface &interface)
    {
        if (interface.master && node.net.interface(*interface.master))
            m_out << fmt::format("        {} -- {}\n", idOf(node, *interface.master), idOf(node, interface.name));
        if (interface.tunnel && interface.tunnel->device && node.net.interface(*interface.tunnel->device))
            m_out << fmt::format("        {} -- {} [color=\"#7748A8\"]\n", idOf(node, *interface.tunnel->device), idOf(node, interface.name));
        // Both ends tell of a pair within the node; one line is enough.
        if (interface.peer && interface.peer->pod.empty() && interface.name < interface.peer->interface)
            m_out << fmt::format("        {} -- {}\n", idOf(node, interface.name), idOf(node, interface.peer->interface));
    }

    // Where the forwarding table sends frames to, as an arc between the two tunnel devices.
    void writeTunnels(const ClusterNode &node)
    {
        for (const ForwardingEntry &entry : node.net.forwarding) {
            if (!entry.destination || !node.net.interface(entry.interface))
                continue;
            const auto remote = std::ranges::find_if(m_cluster.nodes, [&](const ClusterNode &other) {
                return std::ranges::find(other.addresses, *entry.destination) != other.addresses.end();
            });
            if (remote == m_cluster.nodes.end())
                continue;
            const std::string end = remote->net.interface(entry.interface) ? entry.interface : std::string();
            const std::string here = idOf(node, entry.interface);
            const std::string there = end.empty() && !remote->net.interfaces.empty() ? idOf(*remote, remote->net.interfaces.front().name) : idOf(*remote, end);
            if (!m_tunnels.insert(std::minmax(here, there)).second)
                continue;
            const auto &tunnel = node.net.interface(entry.interface)->tunnel;
            const std::string label = tunnel && tunnel->vni ? fmt::format("VNI {}{}", *tunnel->vni, tunnel->port ? fmt::format(" :{}", *tunnel->port) : "") : "";
            m_out << fmt::format("    {} -- {} [style=dashed, constraint=false, color=\"#7748A8\", label={}]\n", here, there, dotText(label));
        }
    }

    void writeUnderlay()
    {
        for (std::size_t i = 0; i < m_cluster.routers.size(); ++i) {
            const UnderlayRouter &router = m_cluster.routers[i];
            m_out << fmt::format("    router_{} [label={}, color=\"#2B66AE\", fillcolor=\"#E4EDF9\"]\n", i,
                       labelOf(router.addresses.empty() ? "gateway" : "gateway " + router.addresses.front().text(),
                               router.macs.empty() ? std::string() : router.macs.front().text()));
        }
        for (std::size_t i = 0; i < m_cluster.subnets.size(); ++i) {
            const UnderlaySubnet &subnet = m_cluster.subnets[i];
            m_out << fmt::format("    subnet_{} [shape=plaintext, style=\"\", label={}]\n", i, dotText(subnet.network.text()));
            for (const auto &member : subnet.members)
                m_out << fmt::format("    subnet_{} -- {} [color=\"#2B66AE\"]\n", i, dotText(member.node + ' ' + member.interface));
            for (const std::size_t router : subnet.routers)
                m_out << fmt::format("    router_{} -- subnet_{} [color=\"#2B66AE\"]\n", router, i);
        }
    }

    const Cluster &m_cluster;
    std::ostream &m_out;
    std::set<std::pair<std::string, std::string>> m_tunnels;
};

} // namespace

void writeTopologyDot(const Cluster &cluster, std::ostream &out)
{
    DotWriter(cluster, out).write();
}

} // namespace vethscope::cli
