#include "app/cli/evidencejson.h"
#include "app/cli/topologywriter.h"

namespace vethscope::cli {
namespace {

// `ip` prints a host's route without its length.
std::string targetText(const IpPrefix &to)
{
    return to.isHost() ? to.address.text() : to.text();
}

template <typename T>
Json textsOf(const std::vector<T> &values)
{
    Json list = Json::array();
    for (const T &value : values)
        list.push_back(value.text());
    return list;
}

template <typename T, typename Convert>
Json listOf(const std::vector<T> &values, Convert convert)
{
    Json list = Json::array();
    for (const T &value : values)
        list.push_back(convert(value));
    return list;
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
        return {{"node", peer->node}, {"interface", textOrNull(peer->interface)}};
    return {{"pod", podName(peer->pod)}, {"interface", textOrNull(peer->interface)}};
}

Json tunnelJson(const std::optional<Tunnel> &tunnel)
{
    if (!tunnel)
        return nullptr;
    return {
        {"vni", numberOrNull(tunnel->vni)},
        {"port", numberOrNull(tunnel->port)},
        {"local", addressOrNull(tunnel->local)},
        {"remote", addressOrNull(tunnel->remote)},
        {"device", textOrNull(tunnel->device)},
    };
}

Json interfaceJson(const ClusterInterface &interface)
{
    return {
        {"name", interface.name},
        {"ifindex", numberOrNull(interface.ifindex)},
        {"kind", nameOf(interface.kind)},
        {"mac", addressOrNull(interface.mac)},
        {"addresses", textsOf(interface.addresses)},
        {"mtu", numberOrNull(interface.mtu)},
        {"state", nameOf(interface.state)},
        {"master", textOrNull(interface.master)},
        {"peer", peerJson(interface.peer)},
        {"tunnel", tunnelJson(interface.tunnel)},
    };
}

Json routeJson(const ClusterRoute &route)
{
    Json json{
        {"type", route.type},
        {"to", targetText(route.to)},
        {"via", addressOrNull(route.via)},
        {"dev", textOrNull(route.interface)},
        {"onlink", route.onlink},
        {"proto", textOrNull(route.protocol)},
    };
    if (!route.table.empty())
        json["table"] = route.table;
    return json;
}

Json neighbourJson(const ClusterNeighbour &neighbour)
{
    Json json{
        {"ip", addressOrNull(neighbour.ip)},
        {"mac", addressOrNull(neighbour.mac)},
        {"dev", textOrNull(neighbour.interface)},
        {"state", textOrNull(neighbour.state)},
    };
    if (!neighbour.ip)
        json["name"] = neighbour.name;
    return json;
}

Json fdbJson(const ClusterFdbEntry &entry)
{
    return {{"mac", entry.mac.text()}, {"dev", textOrNull(entry.interface)}, {"dst", addressOrNull(entry.destination)}};
}

Json bgpJson(const BgpSession &session)
{
    return {
        {"peer", session.peer.text()},
        {"asn", numberOrNull(session.asn)},
        {"state", textOrNull(session.state)},
        {"kind", textOrNull(session.kind)},
    };
}

Json nodeJson(const ClusterNode &node)
{
    return {
        {"name", textOrNull(node.name)},
        {"ghost", node.ghost},
        {"interfaces", listOf(node.interfaces, interfaceJson)},
        {"routes", listOf(node.routes, routeJson)},
        {"neighbours", listOf(node.neighbours, neighbourJson)},
        {"fdb", listOf(node.fdb, fdbJson)},
        {"network", nameOf(node.network)},
        {"network_evidence", evidenceJson(node.networkEvidence)},
        {"bgp", listOf(node.bgp, bgpJson)},
        {"addresses", textsOf(node.addresses)},
        {"roles", textOrNull(node.roles)},
    };
}

Json podJson(const ClusterPod &pod)
{
    return {
        {"namespace", textOrNull(pod.podNamespace)},
        {"name", textOrNull(pod.name)},
        {"node", textOrNull(pod.node)},
        {"addresses", textsOf(pod.addresses)},
        {"mac", addressOrNull(pod.mac)},
        {"interface", textOrNull(pod.interface)},
        {"ifindex", numberOrNull(pod.ifindex)},
        {"host_interface", textOrNull(pod.hostInterface)},
        {"bridge", textOrNull(pod.bridge)},
        {"mtu", numberOrNull(pod.mtu)},
        {"host_network", pod.hostNetwork},
        {"routes", listOf(pod.routes, routeJson)},
        {"neighbours", listOf(pod.neighbours, neighbourJson)},
        {"evidence", evidenceJson(pod.evidence)},
    };
}

Json serviceJson(const ClusterService &service)
{
    const auto portJson = [](const ServicePort &port) {
        return Json{{"name", textOrNull(port.name)}, {"protocol", textOrNull(port.protocol)}, {"port", port.port}};
    };
    const auto endpointJson = [](const EndpointFact &endpoint) {
        return Json{{"address", endpoint.address.text()}, {"port", endpoint.port}};
    };
    return {
        {"namespace", service.serviceNamespace},
        {"name", service.name},
        {"addresses", textsOf(service.addresses)},
        {"ports", listOf(service.ports, portJson)},
        {"endpoints", listOf(service.endpoints, endpointJson)},
    };
}

Json subnetJson(const UnderlaySubnet &subnet)
{
    const auto memberJson = [](const UnderlaySubnet::Member &member) {
        return Json{{"node", textOrNull(member.node)}, {"interface", textOrNull(member.interface)}};
    };
    return {{"network", subnet.network.text()}, {"members", listOf(subnet.members, memberJson)}, {"routers", subnet.routers}};
}

Json routerJson(const UnderlayRouter &router)
{
    return {{"addresses", textsOf(router.addresses)}, {"macs", textsOf(router.macs)}, {"evidence", evidenceJson(router.evidence)}};
}

Json problemJson(const Problem &problem)
{
    return {{"severity", nameOf(problem.severity)}, {"message", problem.message}, {"evidence", evidenceJson(problem.evidence)}};
}

Json commandJson(const ImportedCommand &command)
{
    return {
        {"source", command.source ? Json(command.source->name()) : Json(nullptr)},
        {"line", command.line},
        {"node", textOrNull(command.node)},
        {"pod", textOrNull(command.pod)},
        {"command", textOrNull(command.command)},
        {"parser", textOrNull(command.parser)},
        {"facts", command.facts},
        {"not_understood", command.notUnderstood},
    };
}

Json proseJson(const ProseLines &prose)
{
    return {
        {"source", prose.source ? Json(prose.source->name()) : Json(nullptr)},
        {"first", prose.lines.first},
        {"last", prose.lines.end() - 1},
    };
}

Json importJson(std::span<const Snapshot> snapshots)
{
    Json commands = Json::array(), prose = Json::array(), problems = Json::array();
    for (const Snapshot &snapshot : snapshots) {
        for (const ImportedCommand &command : snapshot.report.commands)
            commands.push_back(commandJson(command));
        for (const ProseLines &lines : snapshot.report.prose)
            prose.push_back(proseJson(lines));
        for (const Error &problem : snapshot.report.problems)
            problems.push_back(problem.message);
    }
    return {{"commands", std::move(commands)}, {"prose", std::move(prose)}, {"problems", std::move(problems)}};
}

} // namespace

void writeTopologyJson(const Cluster &cluster, std::span<const Snapshot> snapshots, std::ostream &out)
{
    const Json json{
        {"nodes", listOf(cluster.nodes, nodeJson)},
        {"pods", listOf(cluster.pods, podJson)},
        {"problems", listOf(cluster.problems, problemJson)},
        {"services", listOf(cluster.services, serviceJson)},
        {"subnets", listOf(cluster.subnets, subnetJson)},
        {"routers", listOf(cluster.routers, routerJson)},
        {"import", importJson(snapshots)},
    };
    out << jsonText(json) << '\n';
}

} // namespace vethscope::cli
