#include "core/topology/describe.h"

#include <fmt/format.h>

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t mostRows = 12; // of one kind: a card is no table

class Describer
{
public:
    Describer(const Cluster &cluster, const ClusterLinks &links, const Words &words) : m_cluster(cluster), m_links(links), m_words(words) { }

    Description of(const Subject &subject)
    {
        using Kind = Subject::Kind;
        switch (subject.kind) {
        case Kind::Node:
        case Kind::Switch:
        case Kind::MorePods:
            node(m_cluster.nodes[subject.node]);
            break;
        case Kind::Interface:
            interface(m_cluster.nodes[subject.node], m_cluster.nodes[subject.node].net.interfaces[subject.item]);
            break;
        case Kind::VethPair:
            pair(m_cluster.nodes[subject.node], m_cluster.nodes[subject.node].net.interfaces[subject.item]);
            break;
        case Kind::Pod:
            pod(m_cluster.pods[subject.item]);
            break;
        case Kind::Routes:
            routes(m_cluster.nodes[subject.node], subject.item);
            break;
        case Kind::Tunnel:
            tunnel(m_links.tunnels[subject.item]);
            break;
        case Kind::NextHop:
            nextHop(m_links.nextHops[subject.item]);
            break;
        case Kind::BgpSession:
            session(m_links.bgp[subject.item]);
            break;
        case Kind::Router:
            router(m_cluster.routers[subject.item]);
            break;
        case Kind::Subnet:
            subnet(m_cluster.subnets[subject.item]);
            break;
        case Kind::Unseen:
            m_made.title = say(Sentence::of("not seen"));
            sentence(say(Sentence::of("Packets are sent this way, but no host output shows what is there.")));
            break;
        case Kind::Problem:
            problems(subject);
            break;
        case Kind::None:
            break;
        }
        return std::move(m_made);
    }

private:
    std::string say(const Sentence &sentence) const { return sentence.in(m_words); }

    void row(const Sentence &label, std::string value, Evidence evidence = {})
    {
        if (!value.empty())
            m_made.rows.push_back({say(label), std::move(value), std::move(evidence)});
    }

    void sentence(std::string text, Evidence evidence = {}) { m_made.rows.push_back({{}, std::move(text), std::move(evidence)}); }

    void lines(const EvidenceList &evidence)
    {
        for (std::size_t i = 0; i < std::min(evidence.size(), mostRows); ++i)
            sentence(std::string(evidence[i].text()), evidence[i]);
    }

    void node(const ClusterNode &node)
    {
        m_made.title = node.name;
        m_made.kind = say(node.ghost ? Sentence::of("node, only spoken of") : Sentence::of("node"));
        row(Sentence::of("role"), node.roles);
        if (node.network != Network::Unknown)
            row(Sentence::of("network"), std::string(nameOf(node.network)),
                node.networkEvidence.empty() ? Evidence{} : node.networkEvidence.front());
        for (std::size_t i = 1; i < std::min<std::size_t>(node.networkEvidence.size(), 3); ++i)
            sentence(std::string(node.networkEvidence[i].text()), node.networkEvidence[i]);
        const auto pods = std::ranges::count(m_cluster.pods, node.name, &ClusterPod::node);
        row(Sentence::of("pods"), fmt::format("{}", pods));
        if (node.ghost)
            lines(node.evidence);
    }

    void interface(const ClusterNode &node, const NetworkInterface &interface)
    {
        m_made.title = interface.name;
        m_made.kind = say(Sentence::of("{} on {}", wordOf(interface.kind), node.name));
        for (const InterfaceAddress &address : interface.addresses)
            row(Sentence::of("address"), address.text(), address.evidence);
        if (interface.mac)
            row(Sentence::of("MAC"), interface.mac->text(), interface.mac.evidence());
        if (interface.ifindex)
            row(Sentence::of("index"), fmt::format("{}", *interface.ifindex), interface.ifindex.evidence());
        if (interface.mtu)
            row(Sentence::of("MTU"), fmt::format("{}", *interface.mtu), interface.mtu.evidence());
        if (interface.state)
            row(Sentence::of("state"), say(wordOf(*interface.state)), interface.state.evidence());
        if (interface.master)
            row(Sentence::of("port of"), *interface.master, interface.master.evidence());
        if (interface.tunnel)
            tunnelSettings(*interface.tunnel);
        if (interface.peer)
            peer(*interface.peer);
    }

    void tunnelSettings(const Tunnel &tunnel)
    {
        if (tunnel.vni)
            row(Sentence::of("VNI"), fmt::format("{}", *tunnel.vni), tunnel.vni.evidence());
        if (tunnel.port)
            row(Sentence::of("UDP port"), fmt::format("{}", *tunnel.port), tunnel.port.evidence());
        if (tunnel.local)
            row(Sentence::of("own end"), tunnel.local->text(), tunnel.local.evidence());
        if (tunnel.remote)
            row(Sentence::of("far end"), tunnel.remote->text(), tunnel.remote.evidence());
    }

    void peer(const Peer &peer)
    {
        const std::string owner = peer.pod.empty() ? peer.node : peer.pod;
        row(Sentence::of("other end"), owner + ' ' + peer.interface, peer.evidence.empty() ? Evidence{} : peer.evidence.front());
        for (std::size_t i = 1; i < std::min(peer.evidence.size(), mostRows); ++i)
            sentence(std::string(peer.evidence[i].text()), peer.evidence[i]);
    }

    void pair(const ClusterNode &node, const NetworkInterface &veth)
    {
        m_made.title = veth.name;
        m_made.kind = say(Sentence::of("veth pair on {}", node.name));
        if (veth.ifindex)
            row(Sentence::of("index"), fmt::format("{}", *veth.ifindex), veth.ifindex.evidence());
        if (veth.peer)
            peer(*veth.peer);
        else
            sentence(say(Sentence::of("No host output shows what is at its other end.")));
    }

    void pod(const ClusterPod &pod)
    {
        m_made.title = pod.name.empty() ? std::string("?") : pod.name;
        m_made.kind = pod.ghost ? say(Sentence::of("pod, nobody listed it")) : say(Sentence::of("pod in {}", pod.podNamespace));
        for (const Said<IpAddress> &address : pod.addresses)
            row(Sentence::of("address"), address.text(), address.evidence);
        if (pod.mac)
            row(Sentence::of("MAC"), pod.mac->text(), pod.mac.evidence());
        row(Sentence::of("node"), pod.node);
        if (!pod.interface.empty())
            row(Sentence::of("interface"), pod.ifindex ? fmt::format("{} ({})", pod.interface, *pod.ifindex) : pod.interface, pod.ifindex.evidence());
        row(Sentence::of("veth on the node"), pod.hostInterface, pairing(pod));
        row(Sentence::of("bridge"), pod.bridge);
    }

    // Of the lines that prove whose its veth is, the one that names it; below its name, with its namespace's number, stands the first.
    Evidence pairing(const ClusterPod &pod) const
    {
        const ClusterNode *node = m_cluster.node(pod.node);
        const NetworkInterface *veth = node ? node->net.interface(pod.hostInterface) : nullptr;
        if (!veth || !veth->peer || veth->peer->evidence.empty())
            return {};
        const EvidenceList &lines = veth->peer->evidence;
        const auto found = std::ranges::find_if(lines, [&](const Evidence &line) { return line.text().contains(veth->name); });
        return found == lines.end() ? lines.front() : *found;
    }

    static std::string routeText(const Route &route)
    {
        std::string text = route.to.length == 0 ? std::string("default") : route.to.text();
        if (route.type != "unicast" && !route.type.empty())
            text = route.type + ' ' + text;
        if (route.via)
            text += " via " + route.via->text();
        if (!route.interface.empty())
            text += " dev " + route.interface;
        return route.onlink ? text + " onlink" : text;
    }

    void routes(const ClusterNode &node, std::uint32_t item)
    {
        const bool all = item >= node.net.interfaces.size();
        m_made.title = all ? say(Sentence::of("IP routing")) : say(Sentence::of("routes through {}", node.net.interfaces[item].name));
        m_made.kind = say(Sentence::of("on {}", node.name));
        std::size_t shown = 0;
        std::size_t left = 0;
        for (const Route &route : node.net.routes) {
            if (!all && route.interface != node.net.interfaces[item].name)
                continue;
            if (shown++ < mostRows)
                sentence(routeText(route), route.evidence);
            else
                ++left;
        }
        if (left > 0)
            sentence(say(Sentence::of("and {} more", left)));
    }

    std::string nodeName(std::size_t node) const { return node == nobody ? say(Sentence::of("node not seen")) : m_cluster.nodes[node].name; }

    void tunnel(const TunnelLink &link)
    {
        m_made.title = link.label();
        m_made.kind = say(Sentence::of("tunnel"));
        row(Sentence::of("between"), nodeName(link.from) + " – " + nodeName(link.to));
        if (link.to == nobody && link.farAddress)
            row(Sentence::of("far end"), link.farAddress->text());
        if (link.to == nobody && link.farMac)
            row(Sentence::of("MAC"), link.farMac->text());
        if (link.endsDiffer())
            sentence(say(Sentence::of("The two ends are set differently.")));
        if (link.to != nobody && link.there != link.back)
            sentence(say(Sentence::of("Only {} knows the other end.", nodeName(link.there ? link.from : link.to))));
        lines(link.evidence);
    }

    void nextHop(const NextHopLink &link)
    {
        m_made.title = nodeName(link.from) + " – " + nodeName(link.to);
        m_made.kind = say(Sentence::of("next hop"));
        for (const auto &[node, places] : {std::pair(link.from, &link.there), std::pair(link.to, &link.back)})
            for (std::size_t i = 0; i < std::min(places->size(), mostRows); ++i) {
                const Route &route = m_cluster.nodes[node].net.routes[(*places)[i]];
                m_made.rows.push_back({m_cluster.nodes[node].name, routeText(route), route.evidence});
            }
    }

    void session(const BgpLink &link)
    {
        m_made.title = nodeName(link.from) + " – " + (link.to == nobody ? link.peer.text() : nodeName(link.to));
        m_made.kind = say(Sentence::of("BGP session"));
        for (const auto &[node, place] : {std::pair(link.from, link.there), std::pair(link.to, link.back)}) {
            if (!place)
                continue;
            const BgpSession &told = m_cluster.nodes[node].bgp[*place];
            std::string text = told.state;
            if (!told.info.empty() && told.info != told.state)
                text += " · " + told.info;
            if (!told.kind.empty())
                text += " · " + told.kind;
            if (told.asn)
                text += fmt::format(" · AS {}", *told.asn);
            m_made.rows.push_back({m_cluster.nodes[node].name, text, told.evidence});
        }
    }

    void router(const UnderlayRouter &router)
    {
        m_made.title = router.addresses.empty() ? say(Sentence::of("router")) : router.addresses.front().text();
        m_made.kind = say(Sentence::of("router, known by what nodes say of it"));
        for (const Said<IpAddress> &address : router.addresses)
            row(Sentence::of("address"), address.text(), address.evidence);
        for (const Said<MacAddress> &mac : router.macs)
            row(Sentence::of("MAC"), mac.text(), mac.evidence);
        for (const ClusterNode &node : m_cluster.nodes)
            for (const Route &route : node.net.routes)
                if (route.to.length == 0 && route.via && std::ranges::find(router.addresses, *route.via) != router.addresses.end()
                    && m_made.rows.size() < mostRows)
                    m_made.rows.push_back({node.name, routeText(route), route.evidence});
    }

    void subnet(const UnderlaySubnet &subnet)
    {
        m_made.title = subnet.network.text();
        m_made.kind = say(Sentence::of("subnet of the underlay"));
        for (const UnderlaySubnet::Member &member : subnet.members) {
            if (m_made.rows.size() == mostRows) {
                sentence(say(Sentence::of("and {} more", subnet.members.size() - mostRows)));
                break;
            }
            const auto node = std::ranges::find(m_cluster.nodes, member.node, &ClusterNode::name);
            Evidence evidence;
            std::string text = member.interface;
            if (node != m_cluster.nodes.end())
                for (const NetworkInterface &interface : node->net.interfaces)
                    for (const InterfaceAddress &prefix : interface.addresses)
                        if (interface.name == member.interface && subnet.network.contains(prefix.address)) {
                            text += ' ' + prefix.text();
                            evidence = prefix.evidence;
                        }
            m_made.rows.push_back({member.node, text, evidence});
        }
    }

    void problems(const Subject &subject)
    {
        const Problem &problem = m_cluster.problems[subject.item];
        m_made.title = say(problem.severity == ProblemSeverity::Note      ? Sentence::of("note")
                               : problem.severity == ProblemSeverity::Error ? Sentence::of("error")
                                                                            : Sentence::of("warning"));
        sentence(problem.message.in(m_words));
        lines(problem.evidence);
    }

    const Cluster &m_cluster;
    const ClusterLinks &m_links;
    const Words &m_words;
    Description m_made;
};

} // namespace

Description describe(const Cluster &cluster, const ClusterLinks &links, const Subject &subject, const Words &words)
{
    return Describer(cluster, links, words).of(subject);
}

std::string sourceOf(const Evidence &evidence, const Words &words)
{
    if (!evidence.source)
        return {};
    return Sentence::of("from {} line {}", evidence.source->name(), evidence.line).in(words);
}

} // namespace vethscope
