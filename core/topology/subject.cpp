#include "core/topology/subject.h"

#include <fmt/format.h>

#include <optional>

namespace vethscope {
namespace {

std::string nodeName(const Cluster &cluster, std::size_t node)
{
    return node < cluster.nodes.size() ? cluster.nodes[node].name : std::string("?");
}

std::string interfaceName(const Cluster &cluster, std::size_t node, std::size_t interface)
{
    if (node >= cluster.nodes.size() || interface >= cluster.nodes[node].net.interfaces.size())
        return "?";
    return cluster.nodes[node].net.interfaces[interface].name;
}

std::string farName(const Cluster &cluster, std::size_t node, const std::optional<IpAddress> &address)
{
    return node == nobody && address ? address->text() : nodeName(cluster, node);
}

} // namespace

std::string identityOf(const Cluster &cluster, const ClusterLinks &links, const Subject &subject)
{
    using Kind = Subject::Kind;
    const auto onInterface = [&](const char *kind) {
        return fmt::format("{}:{}/{}", kind, nodeName(cluster, subject.node), interfaceName(cluster, subject.node, subject.item));
    };
    switch (subject.kind) {
    case Kind::None:
        break;
    case Kind::Node:
        return "node:" + nodeName(cluster, subject.node);
    case Kind::Interface:
        return onInterface("interface");
    case Kind::Pod: {
        const ClusterPod &pod = cluster.pods[subject.item];
        return "pod:" + (pod.name.empty() ? nodeName(cluster, subject.node) + '/' + pod.hostInterface
                                                + (pod.addresses.empty() ? std::string() : '/' + pod.addresses.front().text())
                                          : pod.fullName());
    }
    case Kind::MorePods:
        return "more:" + nodeName(cluster, subject.node);
    case Kind::VethPair:
        return onInterface("veth");
    case Kind::Routes:
        return onInterface("routes");
    case Kind::Tunnel: {
        const TunnelLink &link = links.tunnels[subject.item];
        return fmt::format("tunnel:{}/{}-{}", nodeName(cluster, link.from), interfaceName(cluster, link.from, link.fromInterface),
                           farName(cluster, link.to, link.farAddress));
    }
    case Kind::NextHop: {
        const NextHopLink &link = links.nextHops[subject.item];
        return fmt::format("nexthop:{}-{}", nodeName(cluster, link.from), nodeName(cluster, link.to));
    }
    case Kind::BgpSession: {
        const BgpLink &link = links.bgp[subject.item];
        return fmt::format("bgp:{}-{}", nodeName(cluster, link.from), farName(cluster, link.to, link.peer));
    }
    case Kind::Router: {
        const UnderlayRouter &router = cluster.routers[subject.item];
        return "router:" + (router.addresses.empty() ? (router.macs.empty() ? "?" : router.macs.front().text()) : router.addresses.front().text());
    }
    case Kind::Subnet:
        return "subnet:" + cluster.subnets[subject.item].network.text();
    case Kind::Unseen:
        return fmt::format("unseen:{}/{}", nodeName(cluster, subject.node), subject.item == nobody32 ? 0 : subject.item + 1);
    case Kind::Problem:
        return fmt::format("problem:{}", subject.item + 1);
    case Kind::Switch:
        return "switch:" + nodeName(cluster, subject.node);
    }
    return {};
}

} // namespace vethscope
