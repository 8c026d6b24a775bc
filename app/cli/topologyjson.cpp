#include "app/cli/importwriter.h"
#include "app/cli/topologyasks.h"
#include "app/cli/topologywriter.h"

#include <algorithm>

namespace vethscope::cli {
namespace {

// `ip` prints a host's route without its length.
std::string targetText(const IpPrefix &to)
{
    return to.isHost() ? to.address.text() : to.text();
}

// A pod without a name is told by its address; its name stays unknown.
Json podName(const std::string &fullName)
{
    return fullName.contains('/') ? Json(fullName) : Json(nullptr);
}

Json peerJson(const std::optional<Peer> &peer)
{
    if (!peer)
        return nullptr;
    if (peer->pod.empty())
        return with({{"node", peer->node}, {"interface", textOrNull(peer->interface)}}, askOf(*peer));
    return with({{"pod", podName(peer->pod)}, {"interface", textOrNull(peer->interface)}}, askOf(*peer));
}

Json tunnelJson(const std::optional<Tunnel> &tunnel, LinkKind kind, const Asker &asker)
{
    if (!tunnel)
        return nullptr;
    return with({
        {"vni", numberOrNull(tunnel->vni)},
        {"port", numberOrNull(tunnel->port)},
        {"local", addressOrNull(tunnel->local)},
        {"remote", addressOrNull(tunnel->remote)},
        {"device", textOrNull(tunnel->device)},
    }, asker.of(*tunnel, kind));
}

Json interfaceJson(const NetworkInterface &interface, const Printed &printed, const Asker &asker)
{
    return with({
        {"name", interface.name},
        {"ifindex", numberOrNull(interface.ifindex)},
        {"kind", nameOf(interface.kind)},
        {"mac", addressOrNull(interface.mac)},
        {"addresses", textsOf(interface.addresses)},
        {"mtu", numberOrNull(interface.mtu)},
        {"state", nameOf(interface.state.value_or(LinkState::Unknown))},
        {"master", textOrNull(interface.master)},
        {"peer", peerJson(interface.peer)},
        {"tunnel", tunnelJson(interface.tunnel, interface.kind, asker)},
    }, asker.of(interface, printed));
}

Json routeJson(const Route &route, const Asker &asker)
{
    Json json{
        {"type", route.type},
        {"to", targetText(route.to)},
        {"via", route.via ? addressOrNull(route.via) : textOrNull(route.viaName)},
        {"dev", textOrNull(route.interface)},
        {"onlink", route.onlink},
        {"proto", textOrNull(route.protocol)},
        {"table", route.table.empty() ? std::string("main") : route.table},
        {"metric", numberOrNull(route.metric)},
        {"src", addressOrNull(route.source)},
        {"scope", textOrNull(route.scope)},
        {"mtu", numberOrNull(route.mtu)},
    };
    if (route.weight)
        json["weight"] = *route.weight;
    return with(std::move(json), asker.of(route));
}

Json neighbourJson(const Neighbour &neighbour, const Asker &asker)
{
    Json json{
        {"ip", addressOrNull(neighbour.ip)},
        {"mac", addressOrNull(neighbour.mac)},
        {"dev", textOrNull(neighbour.interface)},
        {"state", textOrNull(neighbour.state)},
    };
    if (!neighbour.ip)
        json["name"] = neighbour.name;
    return with(std::move(json), asker.of(neighbour));
}

Json fdbJson(const ForwardingEntry &entry, const Asker &asker)
{
    return with({{"mac", entry.mac.text()}, {"dev", textOrNull(entry.interface)}, {"dst", addressOrNull(entry.destination)}}, asker.of(entry));
}

Json bgpJson(const BgpSession &session)
{
    return with({
        {"peer", session.peer.text()},
        {"asn", numberOrNull(session.asn)},
        {"state", textOrNull(session.state)},
        {"kind", textOrNull(session.kind)},
    }, askOf(session));
}

Json rolesJson(const std::string &roles)
{
    Json list = Json::array();
    for (std::size_t begin = 0; begin < roles.size();) {
        const std::size_t end = std::min(roles.find(',', begin), roles.size());
        if (end > begin)
            list.push_back(roles.substr(begin, end - begin));
        begin = end + 1;
    }
    return list;
}

Json printedJson(const Printed &printed)
{
    Json json = Json::object();
    for (const HostTable table : outwardTables)
        json[std::string(nameOf(table))] = nameOf(printed.of(table));
    return json;
}

Json serviceJson(const ClusterService &service)
{
    const auto portJson = [&](const ServicePort &port) {
        Json ask = Json::object();
        if (port.name.empty() && !service.saysPortNames)
            ask["name"] = "kubectl get services -A -o yaml";
        return with({{"name", textOrNull(port.name)}, {"protocol", textOrNull(port.protocol)}, {"port", port.port},
                     {"node_port", port.nodePort > 0 ? Json(port.nodePort) : Json(nullptr)}}, std::move(ask));
    };
    const auto endpointJson = [](const EndpointFact &endpoint) {
        return Json{{"address", endpoint.address.text()}, {"port", endpoint.port}};
    };
    return with({
        {"namespace", service.serviceNamespace},
        {"name", service.name},
        {"addresses", textsOf(service.addresses)},
        {"ports", listOf(service.ports, portJson)},
        {"endpoints", listOf(service.endpoints, endpointJson)},
    }, askOf(service));
}

Json subnetJson(const UnderlaySubnet &subnet)
{
    const auto memberJson = [](const UnderlaySubnet::Member &member) {
        return Json{{"node", textOrNull(member.node)}, {"interface", textOrNull(member.interface)}};
    };
    return {{"network", subnet.network.text()}, {"members", listOf(subnet.members, memberJson)}, {"routers", subnet.routers}};
}

// A cluster as JSON. Evidence names its snapshot where there are several.
class TopologyJson
{
public:
    TopologyJson(const Cluster &cluster, const SnapshotArguments &texts) : m_cluster(cluster), m_texts(texts) {}

    Json nodes() const { return listOf(m_cluster.nodes, [&](const ClusterNode &node) { return nodeJson(node); }); }
    Json pods() const { return listOf(m_cluster.pods, [&](const ClusterPod &pod) { return podJson(pod); }); }
    Json problems() const { return listOf(m_cluster.problems, [&](const Problem &problem) { return problemJson(problem); }); }
    Json routers() const { return listOf(m_cluster.routers, [&](const UnderlayRouter &router) { return routerJson(router); }); }

private:
    Json nodeJson(const ClusterNode &node) const
    {
        const Asker asker;
        return with({
            {"name", textOrNull(node.name)},
            {"ghost", node.ghost},
            {"addresses", textsOf(node.addresses)},
            {"roles", rolesJson(node.roles)},
            {"interfaces", listOf(node.net.interfaces, [&](const NetworkInterface &one) { return interfaceJson(one, node.net.printed, asker); })},
            {"routes", listOf(node.net.routes, [&](const Route &one) { return routeJson(one, asker); })},
            {"neighbours", listOf(node.net.neighbours, [&](const Neighbour &one) { return neighbourJson(one, asker); })},
            {"fdb", listOf(node.net.forwarding, [&](const ForwardingEntry &one) { return fdbJson(one, asker); })},
            {"network", nameOf(node.network)},
            {"network_evidence", evidenceJson(node.networkEvidence, m_texts)},
            {"bgp", listOf(node.bgp, bgpJson)},
            {"printed", printedJson(node.net.printed)},
        }, askOf(node));
    }

    // In its node's network a pod has no interface of its own.
    Json podJson(const ClusterPod &pod) const
    {
        const Asker asker(pod);
        const ClusterNode *node = m_cluster.node(pod.node);
        const NetworkInterface *veth = node ? node->net.interface(pod.hostInterface) : nullptr;
        const auto own = [&](Json value) { return pod.hostNetwork ? Json(nullptr) : std::move(value); };
        return with({
            {"namespace", textOrNull(pod.podNamespace)},
            {"name", textOrNull(pod.name)},
            {"node", textOrNull(pod.node)},
            {"addresses", textsOf(pod.addresses)},
            {"mac", own(addressOrNull(pod.mac))},
            {"interface", own(textOrNull(pod.interface))},
            {"ifindex", own(numberOrNull(pod.ifindex))},
            {"host_interface", own(textOrNull(pod.hostInterface))},
            {"bridge", own(textOrNull(pod.bridge))},
            {"mtu", own(numberOrNull(pod.mtu))},
            {"host_network", pod.hostNetwork},
            {"routes", listOf(pod.net.routes, [&](const Route &one) { return routeJson(one, asker); })},
            {"neighbours", listOf(pod.net.neighbours, [&](const Neighbour &one) { return neighbourJson(one, asker); })},
            {"printed", printedJson(pod.net.printed)},
            {"evidence", evidenceJson(pod.evidence, m_texts)},
        }, askOf(pod, veth));
    }

    Json problemJson(const Problem &problem) const
    {
        return {{"severity", nameOf(problem.severity)}, {"message", problem.message.english()}, {"evidence", evidenceJson(problem.evidence, m_texts)}};
    }

    Json routerJson(const UnderlayRouter &router) const
    {
        return {{"addresses", textsOf(router.addresses)}, {"macs", textsOf(router.macs)}, {"evidence", evidenceJson(router.evidence, m_texts)}};
    }

    const Cluster &m_cluster;
    const SnapshotArguments &m_texts;
};

} // namespace

void writeTopologyJson(const Cluster &cluster, const HostSnapshots &hosts, std::ostream &out)
{
    const SnapshotArguments texts = hosts.texts();
    const TopologyJson topology(cluster, texts);
    const Json json{
        {"nodes", topology.nodes()},
        {"pods", topology.pods()},
        {"services", listOf(cluster.services, serviceJson)},
        {"problems", topology.problems()},
        {"subnets", listOf(cluster.subnets, subnetJson)},
        {"routers", topology.routers()},
        {"import", importJson(hosts)},
    };
    out << jsonText(json) << '\n';
}

} // namespace vethscope::cli
