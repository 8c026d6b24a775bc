#include "tests/support/samplecluster.h"

#include "core/snapshot/snapshot.h"
#include "tests/support/clusterparts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace vethscope::test {

using namespace made;

namespace {

std::string nodeAddress(std::size_t node, std::size_t nodes)
{
    return fmt::format("172.27.{}.{}", node < (nodes + 1) / 2 ? 0 : 16, 11 + node);
}

} // namespace

const std::vector<std::string> &sampleNames()
{
    static const std::vector<std::string> names{"flannel-vxlan", "flannel-udp", "flannel-host-gw", "calico-ipip", "calico-bgp-mesh", "calico-bgp-rr",
                                                "flannel-vxlan-dual", "flannel-wireguard", "calico-vxlan", "calico-bgp-dual"};
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
        node.net.interfaces.push_back(device("eth0", 2, LinkKind::Physical, nodeAddress(n, nodes) + "/20", 0x10000000 + number));
        node.net.interfaces.push_back(device("flannel.1", 3, LinkKind::Vxlan, fmt::format("10.244.{}.0/32", n), 0x20000000 + number));
        node.net.interfaces.back().tunnel = Tunnel{told(1U), told<std::uint16_t>(8472), told(ip(nodeAddress(n, nodes))), {}, told<std::string>("eth0"), {}};
        node.net.interfaces.push_back(device("cni0", 4, LinkKind::Bridge, fmt::format("10.244.{}.1/24", n), 0x30000000 + number));
        node.net.routes.push_back(route("0.0.0.0/0", n < (nodes + 1) / 2 ? "172.27.0.1" : "172.27.16.1", "eth0"));
        node.net.neighbours.push_back({node.net.routes.front().via, {}, mac(0x60000000 + (n < (nodes + 1) / 2 ? 1 : 2)), "eth0", "reachable", {}});
        for (std::size_t other = 0; other < nodes; ++other) {
            if (other == n)
                continue;
            node.net.routes.push_back(route(fmt::format("10.244.{}.0/24", other), fmt::format("10.244.{}.0", other), "flannel.1"));
            node.net.routes.back().onlink = true;
            node.net.forwarding.push_back({mac(0x20000000 + static_cast<std::uint32_t>(other)), "flannel.1", ip(nodeAddress(other, nodes)), {}, {}, true, {}});
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
        for (const NetworkInterface &one : node.net.interfaces) {
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
        for (const Route &one : node.net.routes)
            text += fmt::format("{} via {} dev {}{}\n", one.to.length == 0 ? "default" : one.to.text(), one.via->text(), one.interface, one.onlink ? " onlink" : "");
        for (const NetworkInterface &one : node.net.interfaces)
            for (const InterfaceAddress &address : one.addresses)
                if (!address.isHost())
                    text += fmt::format("{} dev {} proto kernel scope link src {}\n", address.network().text(), one.name, address.address.text());
        text += prompt + "ip neigh\n";
        for (const Neighbour &one : node.net.neighbours)
            text += fmt::format("{} dev {} lladdr {} REACHABLE\n", one.ip->text(), one.interface, one.mac->text());
        for (const ClusterNode &other : cluster.nodes)
            if (&other != &node)
                text += fmt::format("{} dev flannel.1 lladdr {} PERMANENT\n", other.net.interfaces[1].addresses.front().address.text(), other.net.interfaces[1].mac->text());
        std::string fdb;
        for (const ForwardingEntry &one : node.net.forwarding)
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
        node.net.interfaces.push_back(device("eth0", 2, LinkKind::Physical, fmt::format("10.0.20.{}/24", 11 + n), 0x10000000 + static_cast<std::uint32_t>(n)));
        node.net.routes.push_back(route("0.0.0.0/0", "10.0.20.1", "eth0"));
        for (std::size_t other = 0; other < nodes; ++other) {
            if (other == n)
                continue;
            node.net.routes.push_back(route(fmt::format("10.244.{}.0/26", other), fmt::format("10.0.20.{}", 11 + other), "eth0"));
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
