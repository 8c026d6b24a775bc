#include "tests/support/drawings.h"

#include "tests/support/clusterparts.h"
#include "tests/support/samplecluster.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace vethscope::test {

using namespace made;

namespace {

// Below, n1 stands in 10.0.0.0/24 with the address 10.0.0.1, n2 with 10.0.0.2 and so on; the gateway of 10.0.s.0/24 is 10.0.s.254.

void leaveBy(ClusterNode &node, const std::string &gateway, std::uint32_t gatewayMac, const std::string &interface = "eth0")
{
    node.net.routes.push_back(route("0.0.0.0/0", gateway, interface));
    node.net.neighbours.push_back({ip(gateway), {}, mac(gatewayMac), interface, "reachable", {}});
}

ClusterNode host(std::uint32_t number, int subnet = 0)
{
    ClusterNode node;
    node.name = fmt::format("n{}", number);
    node.net.interfaces.push_back(device("eth0", 2, LinkKind::Physical, fmt::format("10.0.{}.{}/24", subnet, number), 0x100 + number));
    leaveBy(node, fmt::format("10.0.{}.254", subnet), 0xFE00 + static_cast<std::uint32_t>(subnet));
    return node;
}

void addVxlan(ClusterNode &node, std::uint32_t number, std::uint32_t vni = 1, std::uint16_t port = 8472)
{
    node.network = Network::FlannelVxlan;
    node.net.interfaces.push_back(device(fmt::format("flannel.{}", vni), 2 + vni, LinkKind::Vxlan, fmt::format("10.244.{}.0/32", number), 0x200 * vni + number));
    node.net.interfaces.back().tunnel = Tunnel{told(vni), told(port), told(node.net.interface("eth0")->addresses.front().address), {}, told<std::string>("eth0"), {}};
}

void addBridge(ClusterNode &node, std::uint32_t number)
{
    node.net.interfaces.push_back(device("cni0", 9, LinkKind::Bridge, fmt::format("10.244.{}.1/24", number), 0x300 + number));
}

void addTunnel(ClusterNode &node, std::uint32_t far, int farSubnet = 0, std::uint32_t vni = 1)
{
    const std::string name = fmt::format("flannel.{}", vni);
    node.net.forwarding.push_back({mac(0x200 * vni + far), name, ip(fmt::format("10.0.{}.{}", farSubnet, far)), {}, {}, true, {}});
    node.net.routes.push_back(route(fmt::format("10.244.{}.0/24", far), fmt::format("10.244.{}.0", far), name));
    node.net.neighbours.push_back({node.net.routes.back().via, {}, node.net.forwarding.back().mac, name, "permanent", {}});
}

ClusterNode ghost(const std::string &name, const std::string &address)
{
    ClusterNode node;
    node.name = name;
    node.ghost = true;
    node.addresses.push_back({ip(address)});
    return node;
}

// From here on its other interfaces have other places than those of other nodes.
void addLoopback(ClusterNode &node)
{
    node.net.interfaces.insert(node.net.interfaces.begin(), device("lo", 1, LinkKind::Loopback, "127.0.0.1/8", 0));
}

// So many nodes, each on VXLAN with each, each with so many pods on its bridge.
Cluster vxlanOf(std::uint32_t nodes, std::size_t pods)
{
    Cluster cluster;
    for (std::uint32_t n = 1; n <= nodes; ++n) {
        ClusterNode node = host(n);
        addVxlan(node, n);
        addBridge(node, n);
        for (std::uint32_t far = 1; far <= nodes; ++far)
            if (far != n)
                addTunnel(node, far);
        addPods(cluster, node, n, pods, true);
        if (n == 3)
            addLoopback(node);
        cluster.nodes.push_back(std::move(node));
    }
    return cluster;
}

Cluster withSubnets(Cluster cluster)
{
    addSubnets(cluster);
    return cluster;
}

Cluster subnetsOf(const std::vector<ClusterNode> &nodes)
{
    Cluster cluster;
    cluster.nodes = nodes;
    return withSubnets(cluster);
}

// One router that stands in several subnets: their gateways' addresses are its own.
void share(Cluster &cluster, std::size_t first, std::size_t second)
{
    UnderlayRouter &kept = cluster.routers[first];
    kept.addresses.insert(kept.addresses.end(), cluster.routers[second].addresses.begin(), cluster.routers[second].addresses.end());
    cluster.routers.erase(cluster.routers.begin() + static_cast<std::ptrdiff_t>(second));
    for (UnderlaySubnet &subnet : cluster.subnets)
        for (std::size_t &router : subnet.routers)
            router = router == second ? first : router > second ? router - 1 : router;
}

void listen(ClusterNode &node, const std::string &peer, const std::string &state = "established", const std::string &kind = "mesh")
{
    node.network = Network::CalicoBgp;
    node.bgp.push_back({ip(peer), 64512, state, kind, {}, {}, {}});
}

// A mesh of nodes in one subnet; each of them speaks with these peers outside, too.
Cluster meshOf(std::uint32_t nodes, const std::vector<std::string> &outside, const std::string &last)
{
    Cluster cluster;
    for (std::uint32_t n = 1; n <= nodes; ++n) {
        ClusterNode node = host(n);
        for (std::uint32_t far = 1; far <= nodes; ++far)
            if (far != n)
                listen(node, fmt::format("10.0.0.{}", far), n + far == 2 * nodes - 1 ? last : "established");
        for (const std::string &peer : outside)
            listen(node, peer, peer == outside.back() && n == 2 ? "" : "established", "global");
        cluster.nodes.push_back(std::move(node));
    }
    return withSubnets(cluster);
}

// n1 speaks with each of the others and with so many peers outside; of the sessions so many are down.
Cluster starOf(std::uint32_t nodes, std::uint32_t peers, std::uint32_t down)
{
    Cluster cluster;
    for (std::uint32_t n = 1; n <= nodes; ++n) {
        cluster.nodes.push_back(host(n));
        if (n > 1)
            listen(cluster.nodes.front(), fmt::format("10.0.0.{}", n));
    }
    for (std::uint32_t peer = 1; peer <= peers; ++peer)
        listen(cluster.nodes.front(), fmt::format("192.0.2.{}", peer), peer <= down ? "active" : "established", "global");
    return withSubnets(cluster);
}

// Hubs of which one alone carries what leaves, and what stands aside with room beside the uplink or without.
Cluster asides()
{
    Cluster cluster;
    for (std::uint32_t n = 1; n <= 3; ++n) {
        ClusterNode node = host(n);
        node.roles = n == 3 ? "a role that is much too long for the house of a node and is cut off" : "";
        addBridge(node, n);
        addPods(cluster, node, n, n == 3 ? 1 : 4, true);
        node.net.interfaces.push_back(device("docker0", 20, LinkKind::Bridge, "172.17.0.1/16", 0));
        node.net.interfaces.push_back(device("dummy0", 21, LinkKind::Dummy, "", 0));
        if (n == 2)
            node.net.interfaces.push_back(device("dummy1", 22, LinkKind::Dummy, "", 0));
        if (n == 3)
            node.net.interfaces.push_back(device("vethwhere", 23, LinkKind::Veth, "", 0x323));
        cluster.nodes.push_back(std::move(node));
    }
    return withSubnets(cluster);
}

Cluster nextHops()
{
    Cluster cluster;
    for (std::uint32_t n = 1; n <= 4; ++n) {
        ClusterNode node = host(n, n == 4 ? 1 : 0);
        node.name = n == 3 ? "master" : node.name; // stands first
        node.network = Network::FlannelHostGw;
        addBridge(node, n);
        for (std::uint32_t far = 1; far <= 4; ++far)
            if (far != n && !(n == 2 && far == 3))
                node.net.routes.push_back(route(fmt::format("10.244.{}.0/24", far), fmt::format("10.0.{}.{}", far == 4 ? 1 : 0, far), "eth0"));
        if (n == 1)
            node.net.routes.push_back(route("10.245.0.0/16", "10.0.0.2", "eth0"));
        if (n == 2)
            addLoopback(node);
        cluster.nodes.push_back(std::move(node));
    }
    return withSubnets(cluster);
}

// Every storey: bridges with and without pods, routed veths, veths and pods of which one end is seen, pods in the node's own network,
// two uplinks, tunnels with and without one.
Cluster everyStorey()
{
    Cluster cluster;
    ClusterNode first = host(1);
    first.roles = "control-plane";
    addVxlan(first, 1);
    addBridge(first, 1);
    addPods(cluster, first, 1, 2, true);
    first.net.interfaces.push_back(device("eth1", 20, LinkKind::Physical, "192.168.7.1/24", 0x120));
    first.net.interfaces.back().state = told(LinkState::Down);
    first.net.interfaces.push_back(device("docker0", 21, LinkKind::Bridge, "172.17.0.1/16", 0x121));
    first.net.interfaces.push_back(device("dummy0", 22, LinkKind::Dummy, "", 0x122));
    first.net.interfaces.push_back(device("vethlone", 23, LinkKind::Veth, "", 0x123));
    first.net.interfaces.back().master = told<std::string>("cni0");
    first.net.interfaces.push_back(device("vethroute", 24, LinkKind::Veth, "", 0x124));
    first.net.routes.push_back(route("10.9.9.9/32", "", "vethroute"));
    first.net.interfaces.push_back(device("vethwhere", 25, LinkKind::Veth, "", 0x125));
    first.net.routes.push_back(route("10.244.2.0/24", "10.244.2.0", "flannel.1"));
    first.net.routes.push_back(route("10.244.3.0/24", "10.244.3.0", "flannel.1"));
    first.net.routes.push_back(route("10.7.0.0/16", "10.0.0.2", "eth0"));
    first.net.routes.push_back(route("10.8.0.0/16", "192.168.7.9", "eth1"));
    ClusterPod proxy;
    proxy.podNamespace = "kube-system";
    proxy.name = "kube-proxy-x7";
    proxy.node = "n1";
    proxy.hostNetwork = true;
    cluster.pods.push_back(proxy);
    cluster.nodes.push_back(first);

    ClusterNode second = host(2);
    second.network = Network::CalicoIpip;
    second.net.interfaces.front().addresses = {{prefix("fe80::2/64")}, {prefix("2001:db8::2/64")}, {prefix("10.0.0.2/24")}};
    std::swap(second.net.interfaces.front().addresses[0], second.net.interfaces.front().addresses[2]);
    second.net.interfaces.push_back(device("tunl0", 5, LinkKind::Ipip, "10.244.2.1/32", 0));
    second.net.interfaces.push_back(device("gre0", 6, LinkKind::Gre, "", 0));
    second.net.interfaces.back().state = told(LinkState::Down);
    addPods(cluster, second, 2, 6, false);
    cluster.pods.back().hostInterface.clear();
    second.net.interfaces.pop_back();
    second.net.interfaces.back().name = "a-veth-whose-name-is-too-long-for-any-card";
    ClusterPod unnamed;
    unnamed.node = "n2";
    unnamed.ghost = true;
    unnamed.addresses = {{ip("fd00::99")}, {ip("10.244.2.99")}};
    cluster.pods.push_back(unnamed);
    cluster.nodes.push_back(second);

    ClusterNode third;
    third.name = "n3-of-which-only-tunnels-were-shown-and-whose-name-is-long";
    third.roles = "worker";
    addPods(cluster, third, 3, 1, true);
    third.net.interfaces.back().master = {};
    cluster.pods.back().bridge.clear();
    third.net.interfaces.push_back(device("geneve0", 5, LinkKind::Geneve, "10.244.3.1/32", 0x305));
    third.net.interfaces.push_back(device("wg0", 6, LinkKind::Wireguard, "10.244.4.1/32", 0x306));
    cluster.nodes.push_back(third);
    addSubnets(cluster);
    cluster.subnets.push_back({prefix("192.168.7.0/24"), {{"n1", "eth1"}}, {}});
    return cluster;
}

Cluster ghosts()
{
    Cluster cluster = vxlanOf(2, 1);
    for (const std::uint32_t n : {0U, 1U})
        addTunnel(cluster.nodes[n], 7);
    cluster.nodes.push_back(ghost("n7", "10.0.0.7"));
    cluster.nodes.back().net.interfaces.push_back(device("eth0", 2, LinkKind::Unknown, "10.0.0.7/24", 0x107));
    cluster.nodes.push_back(ghost("n8", "10.0.0.8"));
    addSubnets(cluster);
    cluster.subnets.front().members.push_back({"n7", "eth0"});
    return cluster;
}

Cluster withProblems(Cluster cluster)
{
    const auto lines = std::make_shared<const SourceText>("hosts.txt", std::string(20, '\n'));
    for (std::uint32_t n = 0; n < cluster.nodes.size(); ++n)
        cluster.nodes[n].evidence = {{lines, n + 1}};
    const auto add = [&](ProblemSeverity severity, std::uint32_t line) { cluster.problems.push_back({severity, Sentence::verbatim("wrong"), {{lines, line}}}); };
    add(ProblemSeverity::Warning, 1);
    add(ProblemSeverity::Note, 2);
    add(ProblemSeverity::Error, 2);
    add(ProblemSeverity::Note, 2);
    return cluster;
}

TopologyOptions in(std::initializer_list<bool TopologyLayers::*> off)
{
    TopologyOptions options;
    for (bool TopologyLayers::*layer : off)
        options.layers.*layer = false;
    return options;
}

constexpr std::initializer_list<bool TopologyLayers::*> everyLayer{&TopologyLayers::tunnels, &TopologyLayers::bgp, &TopologyLayers::routes, &TopologyLayers::addresses,
                                                                 &TopologyLayers::emptyBridges};

TopologyOptions inOtherWords()
{
    TopologyOptions options;
    options.words = [](const std::string &phrase) { return '<' + phrase + '>'; };
    options.switches = true;
    return options;
}

void addSubnetDrawings(std::vector<Drawing> &all)
{
    Cluster shared = subnetsOf({host(1), host(2, 1)});
    share(shared, 0, 1);
    all.push_back({"one gateway of two subnets", shared, {}});
    Cluster both = shared; // and each has one of its own
    leaveBy(both.nodes[0], "10.0.0.253", 0xFD00);
    leaveBy(both.nodes[1], "10.0.1.253", 0xFD01);
    both.routers.push_back({{{ip("10.0.0.253")}}, {{mac(0xFD00)}}, {}});
    both.routers.push_back({{{ip("10.0.1.253")}}, {}, {}});
    both.subnets[0].routers = {1, 0};
    both.subnets[1].routers = {2, 0};
    all.push_back({"gateways of each and of both subnets", both, {}});
    Cluster unseen = subnetsOf({host(1), host(2), host(3, 1)});
    all.push_back({"not seen between gateways", unseen, {}});
    for (ClusterNode &node : unseen.nodes)
        node.net.routes.front().to = prefix("203.0.113.0/24"); // leads to no node
    all.push_back({"nothing between gateways", unseen, {}});
    Cluster several = subnetsOf({host(1)});
    for (std::uint32_t n = 1; n <= 3; ++n) {
        several.routers.push_back({{{ip(fmt::format("10.0.0.{}", 240 + n))}}, {{mac(0xF0 + n)}}, {}});
        several.subnets[0].routers.push_back(n);
    }
    several.routers[2].addresses.push_back({ip("10.0.9.1")});
    all.push_back({"four routers of a subnet", several, {}});
    all.push_back({"three subnets", subnetsOf({host(1), host(2, 1), host(3, 2)}), {}});
    Cluster three = subnetsOf({host(1), host(2, 1), host(3, 2), host(4, 2)});
    share(three, 0, 1);
    all.push_back({"three subnets, a gateway of two", three, {}});
    Cluster stacked = subnetsOf({host(1), host(2), host(3)});
    for (const std::size_t n : {0U, 2U}) {
        const auto number = static_cast<std::uint32_t>(n + 1);
        stacked.nodes[n].net.interfaces.push_back(device("eth1", 3, LinkKind::Physical, fmt::format("10.0.9.{}/24", number), 0x900 + number));
    }
    stacked.subnets.push_back({prefix("10.0.9.0/24"), {{"n1", "eth1"}, {"n3", "eth1"}}, {1}});
    stacked.routers.push_back({{{ip("10.0.9.254")}}, {}, {}});
    all.push_back({"a subnet below another", stacked, {}});
    Cluster third = three;
    third.subnets.push_back({prefix("10.0.9.0/24"), {{"n1", "eth1"}, {"n4", "eth1"}, {"n9", "eth1"}}, {}});
    for (const std::size_t n : {0U, 3U})
        third.nodes[n].net.interfaces.push_back(device("eth1", 3, LinkKind::Physical, fmt::format("10.0.9.{}/24", n + 1), 0x900));
    all.push_back({"a subnet below three", third, in({&TopologyLayers::addresses})});
}

void addTunnelDrawings(std::vector<Drawing> &all)
{
    all.push_back({"three nodes, each with each", withSubnets(vxlanOf(3, 1)), in({&TopologyLayers::addresses})});
    all.push_back({"four nodes, each with each", withSubnets(vxlanOf(4, 0)), in({&TopologyLayers::addresses})});
    Cluster one = vxlanOf(1, 1);
    addTunnel(one.nodes[0], 8);
    all.push_back({"a far end", withSubnets(one), {}});
    Cluster farBeside = vxlanOf(2, 0); // of which n1 alone knows, and n1 knows nobody else
    for (ClusterNode &node : farBeside.nodes)
        node.net.forwarding.clear();
    farBeside.nodes[0].net.routes.pop_back();
    farBeside.nodes[1].net.routes.pop_back();
    addTunnel(farBeside.nodes[0], 8);
    all.push_back({"a far end between nodes", withSubnets(farBeside), {}});
    Cluster two = vxlanOf(2, 1);
    for (const std::uint32_t far : {8U, 9U})
        addTunnel(two.nodes[0], far);
    addTunnel(two.nodes[1], 8);
    two.nodes[0].net.forwarding.back().mac = MacAddress{}; // flooded there: no MAC tells whose the routes' next hop is
    Cluster middle = vxlanOf(3, 0); // n2, which has another tunnel, alone knows of it
    std::erase_if(middle.nodes[0].net.forwarding, [](const ForwardingEntry &entry) { return entry.destination == ip("10.0.0.3"); });
    middle.nodes[0].net.routes.pop_back();
    middle.nodes[1].net.forwarding.clear();
    middle.nodes[1].net.routes.resize(1);
    middle.nodes[2].net.forwarding.clear();
    middle.nodes[2].net.routes.resize(1);
    addTunnel(middle.nodes[1], 8);
    all.push_back({"a far end of a node between", withSubnets(middle), in({&TopologyLayers::addresses, &TopologyLayers::routes})});
    Cluster same = farBeside;
    addTunnel(same.nodes[1], 8);
    all.push_back({"one far end of two nodes", withSubnets(same), in({&TopologyLayers::addresses, &TopologyLayers::routes})});
    Cluster arches = vxlanOf(4, 0); // two of them, between three of the nodes
    for (std::uint32_t n = 0; n < 4; ++n) {
        arches.nodes[n].net.forwarding.clear();
        arches.nodes[n].net.routes.resize(1);
    }
    for (const std::uint32_t far : {3U, 4U})
        addTunnel(arches.nodes[0], far);
    all.push_back({"two tunnels over a house", withSubnets(arches), in({&TopologyLayers::addresses, &TopologyLayers::routes})});
    all.push_back({"far ends behind nodes", withSubnets(two), in({&TopologyLayers::routes})});
    Cluster differ = vxlanOf(2, 1);
    differ.nodes[1].net.interfaces[1].tunnel->port = told<std::uint16_t>(4789);
    differ.nodes[1].net.forwarding.clear();
    std::erase_if(differ.nodes[1].net.routes, [](const Route &route) { return route.interface == "flannel.1"; });
    all.push_back({"ends that differ, one way only", withSubnets(differ), {}});
    Cluster networks = vxlanOf(3, 0);
    for (std::uint32_t n = 1; n <= 3; ++n) {
        addVxlan(networks.nodes[n - 1], n, 2);
        for (std::uint32_t far = 1; far <= 3; ++far)
            if (far != n && n != 3 && far != 3)
                addTunnel(networks.nodes[n - 1], far, 0, 2);
    }
    all.push_back({"two tunnel networks", withSubnets(networks), {}});
    all.push_back({"ghosts", ghosts(), {}});
}

void addDistrictDrawings(std::vector<Drawing> &all)
{
    TopologyOptions some = inOtherWords();
    some.folded = {"n1", "n3"};
    Cluster five = vxlanOf(5, 1);
    five.nodes[1].roles = "worker"; // beside the sign that folds it
    all.push_back({"five nodes, two folded", withProblems(withSubnets(five)), some});
    some.unfolded = {"n2"};
    some.legend = false;
    Cluster seven = vxlanOf(7, 25);
    seven.nodes[6].net.forwarding.clear();
    seven.nodes[5].net.routes.clear();
    seven.nodes[5].net.interfaces.front().addresses = {{prefix("2001:db8:1234:5678:9abc:def0:1234:5678/64")}}; // longer than a card is wide
    addVxlan(seven.nodes[3], 4, 2);
    addTunnel(seven.nodes[3], 88, 0, 2);
    std::erase_if(seven.pods, [](const ClusterPod &pod) { return pod.node == "n3" || (pod.node == "n4" && pod.name.front() == 'c'); });
    std::erase_if(seven.nodes[2].net.interfaces, [](const NetworkInterface &one) { return one.kind == LinkKind::Veth && one.ifindex != 10U; });
    seven.nodes[4].net.interfaces.pop_back(); // 24 pods: all of them are windows
    std::erase_if(seven.pods, [&](const ClusterPod &pod) { return pod.node == "n5" && seven.nodes[4].net.interface(pod.hostInterface) == nullptr; });
    seven.nodes.push_back(ghost("n8", "10.0.0.8"));
    seven.nodes.back().net.interfaces.push_back(device("eth0", 2, LinkKind::Unknown, "", 0));
    seven.nodes.push_back(host(9, 1));
    all.push_back({"nine nodes", withSubnets(seven), some});
    all.push_back({"nine nodes without layers", withSubnets(seven), in(everyLayer)});
    TopologyOptions tall;
    tall.width = 600;
    tall.height = 1400;
    all.push_back({"a ring of eight", meshOf(8, {"192.0.2.1", "192.0.2.2"}, "connect"), tall});
    Cluster reflectors = generatedMesh(7, true, 2);
    listen(reflectors.nodes[6], "10.0.20.12", "active", "client");
    reflectors.subnets.front().members[6].node = reflectors.nodes[6].name = "a-reflector-with-a-name-that-is-too-long";
    all.push_back({"a ring with reflectors", reflectors, in({&TopologyLayers::addresses})});
    all.push_back({"a ring of which nothing is down", starOf(5, 0, 0), in({&TopologyLayers::addresses, &TopologyLayers::routes})});
    all.push_back({"a ring of 24", starOf(13, 11, 6), in({&TopologyLayers::addresses, &TopologyLayers::routes})});
    all.push_back({"a ring without names", starOf(12, 28, 7), in({&TopologyLayers::addresses, &TopologyLayers::routes})});
    Cluster six = vxlanOf(6, 0);
    for (std::uint32_t n = 1; n <= 6; ++n) {
        addVxlan(six.nodes[n - 1], n, 2);
        for (std::uint32_t far = n + 1; far <= 6; ++far)
            addTunnel(six.nodes[n - 1], far, 0, 2);
    }
    all.push_back({"six nodes, two tunnel networks", withSubnets(six), in({&TopologyLayers::addresses, &TopologyLayers::routes, &TopologyLayers::emptyBridges})});
}

std::vector<Drawing> allDrawings()
{
    std::vector<Drawing> all{{"nothing", {}, {}}, {"a name alone", {}, {}}};
    all.back().cluster.nodes.push_back(ghost("n1", "10.0.0.1"));
    for (const std::string &name : sampleNames())
        all.push_back({name, sampleCluster(name), {}});
    all.push_back({"flannel-vxlan without layers", sampleCluster("flannel-vxlan"), in(everyLayer)});
    TopologyOptions folded = inOtherWords();
    folded.title = "A title that is given";
    folded.caption = "and a caption";
    folded.folded = {"cn-worker1"};
    all.push_back({"calico-ipip in other words", withProblems(sampleCluster("calico-ipip")), folded});
    TopologyOptions complete;
    complete.complete = {"master"};
    all.push_back({"more pods than cards", generatedCluster(1, 18), {}});
    all.push_back({"more pods than cards, complete", generatedCluster(1, 18), complete});
    all.push_back({"every storey", everyStorey(), {}});
    all.push_back({"every storey, low", everyStorey(), in({&TopologyLayers::addresses, &TopologyLayers::emptyBridges})});
    all.push_back({"aside", asides(), {}});
    addSubnetDrawings(all);
    addTunnelDrawings(all);
    all.push_back({"next hops", nextHops(), {}});
    all.push_back({"sessions and peers", meshOf(3, {"192.0.2.1"}, "connect"), {}});
    for (const std::uint32_t one : {1U, 3U}) { // arcs that share one end alone
        Cluster star = subnetsOf({host(1), host(2), host(3)});
        for (std::uint32_t far = 1; far <= 3; ++far)
            if (far != one) {
                listen(star.nodes[one - 1], fmt::format("10.0.0.{}", far));
                star.nodes[one - 1].net.routes.push_back(route(fmt::format("10.244.{}.0/24", far), fmt::format("10.0.0.{}", far), "eth0"));
            }
        all.push_back({fmt::format("sessions and next hops of n{}", one), star, in({&TopologyLayers::addresses})});
    }
    all.push_back({"one session, down", meshOf(2, {}, "connect"), {}});
    TopologyOptions card;
    card.folded = {"n1"};
    all.push_back({"ten peers of a card", starOf(1, 10, 1), card});
    all.push_back({"many sessions", meshOf(4, {"192.0.2.1", "192.0.2.2"}, "established"), in({&TopologyLayers::routes})});
    addDistrictDrawings(all);
    return all;
}

} // namespace

const std::vector<Drawing> &drawings()
{
    static const std::vector<Drawing> all = allDrawings();
    return all;
}

} // namespace vethscope::test
