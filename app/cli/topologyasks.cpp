#include "app/cli/topologyasks.h"

#include <algorithm>

#include <fmt/format.h>

namespace vethscope::cli {
namespace {

constexpr const char *link = "ip link";
constexpr const char *details = "ip -d link";
constexpr const char *listOfPods = "kubectl get pods -A -o wide";

// Whose ends and numbers `ip -d link` tells.
bool hasEnds(LinkKind kind)
{
    return kind == LinkKind::Vxlan || kind == LinkKind::Geneve || kind == LinkKind::Ipip || kind == LinkKind::Gre;
}

// VXLAN and Geneve go over UDP and number their networks (RFC 7348, RFC 8926).
bool hasNetworkNumber(LinkKind kind)
{
    return kind == LinkKind::Vxlan || kind == LinkKind::Geneve;
}

// Layer 3 devices have no hardware address (ARPHRD_TUNNEL, ARPHRD_NONE).
bool hasMac(LinkKind kind)
{
    return kind != LinkKind::Ipip && kind != LinkKind::Tun && kind != LinkKind::Wireguard && kind != LinkKind::Gre;
}

std::string podCommand(const ClusterPod &pod, std::string_view text)
{
    return Asker(pod).command(text);
}

std::string_view networkAsk(const ClusterNode &node)
{
    if (node.net.printed.of(HostTable::Interfaces) != Extent::Whole)
        return details;
    if (node.net.printed.of(HostTable::Routes) != Extent::Whole)
        return node.net.printed.ask(HostTable::Routes);
    return listOfPods;
}

} // namespace

Asker::Asker(const ClusterPod &pod)
{
    if (!pod.name.empty())
        m_prefix = pod.podNamespace.empty() ? fmt::format("kubectl exec {} -- ", pod.name)
                                            : fmt::format("kubectl exec -n {} {} -- ", pod.podNamespace, pod.name);
}

Json Asker::of(const NetworkInterface &interface, const Printed &printed) const
{
    Json ask = Json::object();
    const bool unknownKind = interface.kind == LinkKind::Unknown;
    if (!interface.ifindex)
        ask["ifindex"] = command(link);
    if (unknownKind)
        ask["kind"] = command(details);
    if (!interface.mac && hasMac(interface.kind))
        ask["mac"] = command(link);
    if (interface.addresses.empty() && printed.of(HostTable::Addresses) != Extent::Whole)
        ask["addresses"] = command("ip addr");
    if (!interface.mtu)
        ask["mtu"] = command(link);
    if (!interface.state)
        ask["state"] = command(link);
    if (!interface.master && !interface.listed)
        ask["master"] = command(link);
    if (!interface.peer && (interface.kind == LinkKind::Veth || unknownKind))
        ask["peer"] = command(details);
    // The link line of an IPIP device has both of its ends (`link/ipip 172.27.0.11 peer …`).
    const bool endsTold = interface.kind == LinkKind::Ipip && interface.listed;
    if (!interface.tunnel && !endsTold && (hasEnds(interface.kind) || unknownKind))
        ask["tunnel"] = command(details);
    return ask;
}

Json Asker::of(const Tunnel &tunnel, LinkKind kind) const
{
    Json ask = Json::object();
    if (tunnel.detailed || kind == LinkKind::Wireguard) // whose ends its peers are
        return ask;
    if (!tunnel.vni && hasNetworkNumber(kind))
        ask["vni"] = command(details);
    if (!tunnel.port && hasNetworkNumber(kind))
        ask["port"] = command(details);
    if (!tunnel.local)
        ask["local"] = command(details);
    if (!tunnel.remote)
        ask["remote"] = command(details);
    if (!tunnel.device)
        ask["device"] = command(details);
    return ask;
}

Json Asker::of(const Route &route) const
{
    Json ask = Json::object();
    const std::string text = command(route.to.address.isV6() ? "ip -6 route" : "ip route");
    if (route.interface.empty() && route.type == "unicast")
        ask["dev"] = text;
    if (route.saysProtocol)
        return ask;
    if (route.protocol.empty())
        ask["proto"] = text;
    if (!route.source)
        ask["src"] = text;
    if (route.scope.empty())
        ask["scope"] = text;
    if (!route.mtu)
        ask["mtu"] = text;
    return ask;
}

// A neighbour that failed, or has not answered yet, has no MAC address.
Json Asker::of(const Neighbour &neighbour) const
{
    Json ask = Json::object();
    const bool unanswered = neighbour.state == "failed" || neighbour.state == "incomplete";
    if (!neighbour.ip)
        ask["ip"] = command("ip neigh");
    if (!neighbour.mac && !unanswered && neighbour.state != "noarp")
        ask["mac"] = command("ip neigh");
    if (neighbour.interface.empty())
        ask["dev"] = command("ip neigh");
    if (neighbour.state.empty())
        ask["state"] = command("ip neigh");
    return ask;
}

Json Asker::of(const ForwardingEntry &entry) const
{
    Json ask = Json::object();
    if (entry.interface.empty())
        ask["dev"] = command("bridge fdb");
    return ask;
}

Json Asker::of(const Printed &printed) const
{
    Json ask = Json::object();
    for (const HostTable table : outwardTables)
        if (printed.of(table) != Extent::Whole)
            ask[std::string(nameOf(table))] = command(printed.ask(table));
    return ask;
}

Json askOf(const Peer &peer)
{
    Json ask = Json::object();
    const std::size_t slash = peer.pod.find('/');
    if (!peer.pod.empty() && slash == std::string::npos)
        ask["pod"] = listOfPods;
    if (peer.interface.empty() && slash != std::string::npos)
        ask["interface"] = fmt::format("kubectl exec -n {} {} -- {}", peer.pod.substr(0, slash), peer.pod.substr(slash + 1), link);
    else if (peer.interface.empty())
        ask["interface"] = link;
    return ask;
}

Json askOf(const BgpSession &session)
{
    Json ask = Json::object();
    if (!session.asn)
        ask["asn"] = "birdc show protocols all";
    if (session.state.empty())
        ask["state"] = "calicoctl node status";
    if (session.kind.empty())
        ask["kind"] = "calicoctl node status";
    return ask;
}

Json askOf(const ClusterNode &node)
{
    Json ask = Json::object();
    if (node.ghost)
        return ask;
    if (node.name.empty())
        ask["name"] = "hostname";
    if (node.addresses.empty())
        ask["addresses"] = "ip addr";
    if (node.roles.empty() && !node.rolesTold)
        ask["roles"] = "kubectl get nodes";
    if (node.network == Network::Unknown)
        ask["network"] = networkAsk(node);
    ask.update(Asker().of(node.net.printed));
    return ask;
}

Json askOf(const ClusterPod &pod, const NetworkInterface *veth)
{
    Json ask = Json::object();
    if (pod.podNamespace.empty())
        ask["namespace"] = listOfPods;
    if (pod.name.empty())
        ask["name"] = listOfPods;
    if (pod.node.empty())
        ask["node"] = listOfPods;
    if (pod.addresses.empty())
        ask["addresses"] = listOfPods;
    if (!pod.hostNetwork) {
        for (const auto &[key, known] : {std::pair("mac", pod.mac.value().has_value()), std::pair("interface", !pod.interface.empty()),
                                         std::pair("ifindex", pod.ifindex.value().has_value()), std::pair("mtu", pod.mtu.value().has_value())})
            if (!known)
                ask[key] = podCommand(pod, link);
        // The pod's side numbers the other one (`eth0@if17`), the node's gives it its name.
        if (pod.hostInterface.empty())
            ask["host_interface"] = pod.ifindex ? std::string(link) : podCommand(pod, link);
        if (pod.bridge.empty() && !(veth && veth->listed))
            ask["bridge"] = link;
    }
    ask.update((pod.hostNetwork ? Asker() : Asker(pod)).of(pod.net.printed));
    return ask;
}

Json askOf(const ClusterService &service)
{
    Json ask = Json::object();
    if (service.ports.empty())
        ask["ports"] = "kubectl get services -A";
    if (service.addresses.empty() && !service.listed)
        ask["addresses"] = "kubectl get services -A";
    if (service.endpoints.empty())
        ask["endpoints"] = "kubectl get endpoints -A";
    return ask;
}

Json with(Json object, Json ask)
{
    if (!ask.empty())
        object["ask"] = std::move(ask);
    return object;
}

} // namespace vethscope::cli
