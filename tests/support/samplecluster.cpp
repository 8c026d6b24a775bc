#include "tests/support/samplecluster.h"

#include "core/snapshot/snapshot.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace vethscope::test {
namespace {

std::size_t routerAt(Cluster &cluster, const IpAddress &address, const std::optional<MacAddress> &mac)
{
    for (std::size_t i = 0; i < cluster.routers.size(); ++i)
        if (cluster.routers[i].addresses.front() == address)
            return i;
    UnderlayRouter router;
    router.addresses.push_back(address);
    if (mac)
        router.macs.push_back(*mac);
    cluster.routers.push_back(router);
    return cluster.routers.size() - 1;
}

void addSubnets(Cluster &cluster)
{
    for (const ClusterNode &node : cluster.nodes) {
        for (const ClusterRoute &route : node.routes) {
            if (route.to.length != 0 || !route.via)
                continue;
            const auto uplink = std::ranges::find(node.interfaces, route.interface, &ClusterInterface::name);
            const IpPrefix network = uplink->addresses.front().network();
            auto subnet = std::ranges::find(cluster.subnets, network, &UnderlaySubnet::network);
            if (subnet == cluster.subnets.end()) {
                cluster.subnets.push_back({network, {}, {}});
                subnet = cluster.subnets.end() - 1;
            }
            subnet->members.push_back({node.name, uplink->name});
            const auto neighbour = std::ranges::find(node.neighbours, *route.via, &ClusterNeighbour::ip);
            const std::size_t router = routerAt(cluster, *route.via, neighbour == node.neighbours.end() ? std::nullopt : neighbour->mac);
            if (std::ranges::find(subnet->routers, router) == subnet->routers.end())
                subnet->routers.push_back(router);
        }
    }
}

IpAddress ip(const std::string &address)
{
    return *IpAddress::parse(address);
}

IpPrefix prefix(const std::string &text)
{
    return *IpPrefix::parse(text);
}

MacAddress mac(std::uint32_t number)
{
    return *MacAddress::parse(fmt::format("02:00:{:02x}:{:02x}:{:02x}:{:02x}", number >> 24, number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF));
}

ClusterInterface device(const std::string &name, std::uint32_t index, LinkKind kind, const std::string &address, std::uint32_t macNumber)
{
    ClusterInterface interface;
    interface.name = name;
    interface.ifindex = index;
    interface.kind = kind;
    interface.state = LinkState::Up;
    interface.mac = mac(macNumber);
    if (!address.empty())
        interface.addresses.push_back(prefix(address));
    return interface;
}

ClusterRoute route(const std::string &to, const std::string &via, const std::string &interface)
{
    ClusterRoute made;
    made.type = "unicast";
    made.to = prefix(to);
    made.via = IpAddress::parse(via);
    made.interface = interface;
    return made;
}

std::string nodeAddress(std::size_t node, std::size_t nodes)
{
    return fmt::format("172.27.{}.{}", node < (nodes + 1) / 2 ? 0 : 16, 11 + node);
}

void addPods(Cluster &cluster, ClusterNode &node, std::size_t number, std::size_t pods, bool bridged)
{
    const char *const applications[] = {"web", "tea", "coffee", "cart", "checkout-service", "redis", "coredns"};
    for (std::size_t p = 0; p < pods; ++p) {
        const auto id = static_cast<std::uint32_t>(number * 1000 + p);
        ClusterInterface veth = device(fmt::format("{}{:08x}", bridged ? "veth" : "cali", id * 2654435761U), static_cast<std::uint32_t>(10 + p),
                                       LinkKind::Veth, "", 0x40000000 + id);
        veth.master = bridged ? "cni0" : "";
        ClusterPod pod;
        pod.podNamespace = "default";
        pod.name = fmt::format("{}-{:x}-{:05x}", applications[id % 7], 0x5d0000000 + id / 7 % 40, id * 40503U & 0xFFFFF);
        pod.node = node.name;
        pod.addresses.push_back(ip(fmt::format("10.{}.{}.{}", 244 + p / 250, number, 2 + p % 250)));
        pod.mac = mac(0x50000000 + id);
        pod.interface = "eth0";
        pod.ifindex = 3;
        pod.hostInterface = veth.name;
        pod.bridge = veth.master;
        veth.peer = Peer{"default/" + pod.name, {}, "eth0", {}};
        node.interfaces.push_back(veth);
        cluster.pods.push_back(pod);
    }
}

} // namespace

const std::vector<std::string> &sampleNames()
{
    static const std::vector<std::string> names{"flannel-vxlan", "flannel-udp", "flannel-host-gw", "calico-ipip", "calico-bgp-mesh", "calico-bgp-rr"};
    return names;
}

Cluster sampleCluster(const std::string &sample)
{
    const auto snapshot = readSnapshot(VETHSCOPE_SOURCE_DIR "/resources/samples/" + sample + "/hosts");
    return snapshot ? clusterOf(snapshot->facts) : Cluster{};
}

Cluster generatedCluster(std::size_t nodes, std::size_t podsPerNode)
{
    Cluster cluster;
    for (std::size_t n = 0; n < nodes; ++n) {
        ClusterNode node;
        node.name = n == 0 ? "master" : fmt::format("worker-{:02}", n);
        node.roles = n == 0 ? "control-plane" : "";
        node.network = Network::FlannelVxlan;
        const auto number = static_cast<std::uint32_t>(n);
        node.interfaces.push_back(device("eth0", 2, LinkKind::Physical, nodeAddress(n, nodes) + "/20", 0x10000000 + number));
        node.interfaces.push_back(device("flannel.1", 3, LinkKind::Vxlan, fmt::format("10.244.{}.0/32", n), 0x20000000 + number));
        node.interfaces.back().tunnel = Tunnel{1, 8472, ip(nodeAddress(n, nodes)), {}, "eth0"};
        node.interfaces.push_back(device("cni0", 4, LinkKind::Bridge, fmt::format("10.244.{}.1/24", n), 0x30000000 + number));
        node.routes.push_back(route("0.0.0.0/0", n < (nodes + 1) / 2 ? "172.27.0.1" : "172.27.16.1", "eth0"));
        node.neighbours.push_back({node.routes.front().via, {}, mac(0x60000000 + (n < (nodes + 1) / 2 ? 1 : 2)), "eth0", "reachable", {}});
        for (std::size_t other = 0; other < nodes; ++other) {
            if (other == n)
                continue;
            node.routes.push_back(route(fmt::format("10.244.{}.0/24", other), fmt::format("10.244.{}.0", other), "flannel.1"));
            node.routes.back().onlink = true;
            node.fdb.push_back({mac(0x20000000 + static_cast<std::uint32_t>(other)), "flannel.1", ip(nodeAddress(other, nodes)), {}, true, {}});
        }
        addPods(cluster, node, n, podsPerNode, true);
        cluster.nodes.push_back(node);
    }
    addSubnets(cluster);
    return cluster;
}

std::string transcriptOf(const Cluster &cluster)
{
    std::string text;
    for (const ClusterNode &node : cluster.nodes) {
        const std::string prompt = fmt::format("[root@{} ~]# ", node.name);
        text += prompt + "ip -d addr\n";
        for (const ClusterInterface &one : node.interfaces) {
            const bool veth = one.kind == LinkKind::Veth;
            text += fmt::format("{}: {}{}: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue {}state UP group default\n    link/ether {} brd ff:ff:ff:ff:ff:ff promiscuity 0\n",
                                *one.ifindex, one.name, veth ? "@if3" : "", veth ? "master cni0 " : "", one.mac->text());
            if (one.kind == LinkKind::Vxlan)
                text += fmt::format("    vxlan id 1 local {} dev eth0 srcport 0 0 dstport 8472 nolearning ageing 300\n", one.tunnel->local->text());
            else if (one.kind != LinkKind::Physical)
                text += veth ? "    veth\n" : "    bridge forward_delay 1500 hello_time 200\n";
            for (const IpPrefix &address : one.addresses)
                text += fmt::format("    inet {} scope global {}\n       valid_lft forever preferred_lft forever\n", address.text(), one.name);
        }
        text += prompt + "ip route\n";
        for (const ClusterRoute &one : node.routes)
            text += fmt::format("{} via {} dev {}{}\n", one.to.length == 0 ? "default" : one.to.text(), one.via->text(), one.interface, one.onlink ? " onlink" : "");
        text += prompt + "ip neigh\n";
        for (const ClusterNeighbour &one : node.neighbours)
            text += fmt::format("{} dev {} lladdr {} REACHABLE\n", one.ip->text(), one.interface, one.mac->text());
        std::string fdb;
        for (const ClusterFdbEntry &one : node.fdb)
            fdb += fmt::format("{} dev {} dst {} self permanent\n", one.mac.text(), one.interface, one.destination->text());
        for (const ClusterPod &pod : cluster.pods) {
            if (pod.node != node.name)
                continue;
            text += fmt::format("{} dev cni0 lladdr {} REACHABLE\n", pod.addresses.front().text(), pod.mac->text());
            fdb += fmt::format("{} dev {} master cni0\n", pod.mac->text(), pod.hostInterface);
        }
        text += prompt + "bridge fdb\n" + fdb;
    }
    text += fmt::format("[root@{} ~]# kubectl get pods -A -o wide\n", cluster.nodes.front().name);
    text += "NAMESPACE   NAME   READY   STATUS    RESTARTS   AGE   IP   NODE   NOMINATED NODE   READINESS GATES\n";
    for (const ClusterPod &pod : cluster.pods)
        text += fmt::format("{}   {}   1/1   Running   0   3d   {}   {}   <none>   <none>\n", pod.podNamespace, pod.name, pod.addresses.front().text(), pod.node);
    return text;
}

Cluster generatedMesh(std::size_t nodes, bool reflector, std::size_t down)
{
    Cluster cluster;
    std::size_t sessions = 0;
    std::map<std::pair<std::size_t, std::size_t>, std::string> states;
    for (std::size_t n = 0; n < nodes; ++n) {
        ClusterNode node;
        node.name = fmt::format("calico-{:02}", n + 1);
        node.network = Network::CalicoBgp;
        node.interfaces.push_back(device("eth0", 2, LinkKind::Physical, fmt::format("10.0.20.{}/24", 11 + n), 0x10000000 + static_cast<std::uint32_t>(n)));
        node.routes.push_back(route("0.0.0.0/0", "10.0.20.1", "eth0"));
        for (std::size_t other = 0; other < nodes; ++other) {
            if (other == n)
                continue;
            node.routes.push_back(route(fmt::format("10.244.{}.0/26", other), fmt::format("10.0.20.{}", 11 + other), "eth0"));
            if (reflector && n != 0 && other != 0)
                continue;
            const auto pair = std::minmax(n, other);
            const auto [state, isNew] = states.try_emplace(pair, "established");
            if (isNew && sessions++ < down)
                state->second = "connect";
            node.bgp.push_back({ip(fmt::format("10.0.20.{}", 11 + other)), 64512, state->second, reflector ? (n == 0 ? "client" : "route-reflector") : "mesh",
                                {}, {}, {}});
        }
        addPods(cluster, node, n, 3, false);
        cluster.nodes.push_back(node);
    }
    addSubnets(cluster);
    return cluster;
}

} // namespace vethscope::test
