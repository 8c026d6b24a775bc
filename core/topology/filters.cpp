#include "core/topology/describe.h"

#include <fmt/format.h>

#include <algorithm>

namespace vethscope {
namespace {

std::string is(const IpAddress &address)
{
    return fmt::format("{} == {}", address.isV4() ? "ip.addr" : "ipv6.addr", address.text());
}

std::string isIn(const IpPrefix &prefix)
{
    return fmt::format("{} == {}", prefix.address.isV4() ? "ip.addr" : "ipv6.addr", prefix.network().text());
}

std::string any(const std::vector<std::string> &tests)
{
    std::string all;
    for (const std::string &test : tests)
        all += (all.empty() ? "" : " || ") + test;
    return all;
}

std::string both(const std::string &a, const std::string &b)
{
    return a.empty() || b.empty() ? a + b : a + " && " + b;
}

std::vector<std::string> addressTests(const NetworkInterface &interface)
{
    std::vector<std::string> tests;
    for (const IpPrefix &prefix : interface.addresses)
        if (!prefix.address.isLinkLocal() && !prefix.address.isLoopback())
            tests.push_back(is(prefix.address));
    return tests;
}

std::string ofPod(const ClusterPod &pod)
{
    std::vector<std::string> tests;
    for (const IpAddress &address : pod.addresses)
        tests.push_back(is(address));
    if (tests.empty() && pod.mac)
        tests.push_back("eth.addr == " + pod.mac->text());
    return any(tests);
}

// A veth carries its pod's packets, a bridge those of its subnet; else the interface's own MAC tells, where it is its own alone.
std::string ofInterface(const Cluster &cluster, const ClusterNode &node, const NetworkInterface &interface)
{
    if (interface.kind == LinkKind::Veth) {
        const auto pod = std::ranges::find_if(cluster.pods, [&](const ClusterPod &one) {
            return one.node == node.name && one.hostInterface == interface.name;
        });
        return pod == cluster.pods.end() ? std::string() : ofPod(*pod);
    }
    if (interface.kind == LinkKind::Bridge && !interface.addresses.empty())
        return isIn(interface.addresses.front());
    static const auto proxyMac = MacAddress::parse("ee:ee:ee:ee:ee:ee");
    if (interface.mac && !interface.mac->isZero() && interface.mac != proxyMac)
        return "eth.addr == " + interface.mac->text();
    return any(addressTests(interface));
}

// The outer address of a node's tunnel end: what its device says, or the address of its uplink.
std::string outerEnd(const Cluster &cluster, std::size_t node, std::size_t device)
{
    if (node == nobody)
        return {};
    const ClusterNode &owner = cluster.nodes[node];
    if (device < owner.net.interfaces.size() && owner.net.interfaces[device].tunnel && owner.net.interfaces[device].tunnel->local)
        return "underlay." + is(*owner.net.interfaces[device].tunnel->local);
    for (const NetworkInterface &interface : owner.net.interfaces)
        if (interface.kind == LinkKind::Physical)
            for (const IpPrefix &prefix : interface.addresses)
                if (prefix.address.isV4())
                    return "underlay." + is(prefix.address);
    return {};
}

std::string ofTunnel(const Cluster &cluster, const TunnelLink &link)
{
    std::string kind;
    switch (link.kind) {
    case LinkKind::Vxlan:
        kind = link.vni ? fmt::format("vxlan.vni == {}", *link.vni) : std::string("vxlan");
        break;
    case LinkKind::Ipip:
        kind = "vs.tunnel == \"ipip\"";
        break;
    case LinkKind::Tun:
        kind = "vs.tunnel == \"flannel-udp\"";
        break;
    case LinkKind::Geneve:
        kind = "geneve";
        break;
    case LinkKind::Gre:
        kind = "gre";
        break;
    default:
        kind = "vs.depth > 0";
    }
    return both(both(kind, outerEnd(cluster, link.from, link.fromInterface)), outerEnd(cluster, link.to, link.toInterface));
}

std::string ofSession(const Cluster &cluster, const BgpLink &link)
{
    std::string near;
    if (link.back && cluster.nodes[link.to].bgp[*link.back].peer != link.peer) // the same where `from` tells nothing
        near = is(cluster.nodes[link.to].bgp[*link.back].peer);
    return both(both("tcp.port == 179", is(link.peer)), near);
}

std::string ofNextHop(const Cluster &cluster, const NextHopLink &link)
{
    std::vector<std::string> tests;
    for (const auto &[node, places] : {std::pair(link.from, &link.there), std::pair(link.to, &link.back)})
        for (const std::size_t place : *places)
            tests.push_back(isIn(cluster.nodes[node].net.routes[place].to));
    return any(tests);
}

} // namespace

std::string filterOf(const Cluster &cluster, const ClusterLinks &links, const Subject &subject)
{
    using Kind = Subject::Kind;
    switch (subject.kind) {
    case Kind::Pod:
        return ofPod(cluster.pods[subject.item]);
    case Kind::Interface:
    case Kind::VethPair:
        return ofInterface(cluster, cluster.nodes[subject.node], cluster.nodes[subject.node].net.interfaces[subject.item]);
    case Kind::Node: {
        std::vector<std::string> tests;
        for (const NetworkInterface &interface : cluster.nodes[subject.node].net.interfaces)
            if (interface.kind == LinkKind::Physical)
                std::ranges::copy(addressTests(interface), std::back_inserter(tests));
        return any(tests);
    }
    case Kind::Tunnel:
        return ofTunnel(cluster, links.tunnels[subject.item]);
    case Kind::NextHop:
        return ofNextHop(cluster, links.nextHops[subject.item]);
    case Kind::BgpSession:
        return ofSession(cluster, links.bgp[subject.item]);
    case Kind::Router: {
        std::vector<std::string> tests;
        for (const MacAddress &mac : cluster.routers[subject.item].macs)
            tests.push_back("eth.addr == " + mac.text());
        return any(tests);
    }
    case Kind::Subnet:
        return isIn(cluster.subnets[subject.item].network);
    case Kind::None:
    case Kind::MorePods:
    case Kind::Routes:
    case Kind::Unseen:
    case Kind::Problem:
    case Kind::Switch:
        break;
    }
    return {};
}

} // namespace vethscope
