#include "tests/support/clusterparts.h"

#include <fmt/format.h>

#include <algorithm>

namespace vethscope::test::made {
namespace {

std::size_t routerAt(Cluster &cluster, const IpAddress &address, const std::optional<MacAddress> &mac)
{
    for (std::size_t i = 0; i < cluster.routers.size(); ++i)
        if (cluster.routers[i].addresses.front() == address)
            return i;
    UnderlayRouter router;
    router.addresses.push_back({address});
    if (mac)
        router.macs.push_back({*mac});
    cluster.routers.push_back(router);
    return cluster.routers.size() - 1;
}

} // namespace

void addSubnets(Cluster &cluster)
{
    for (const ClusterNode &node : cluster.nodes) {
        for (const Route &route : node.net.routes) {
            if (route.to.length != 0 || !route.via)
                continue;
            const auto uplink = std::ranges::find(node.net.interfaces, route.interface, &NetworkInterface::name);
            const IpPrefix network = uplink->addresses.front().network();
            auto subnet = std::ranges::find(cluster.subnets, network, &UnderlaySubnet::network);
            if (subnet == cluster.subnets.end()) {
                cluster.subnets.push_back({network, {}, {}});
                subnet = cluster.subnets.end() - 1;
            }
            subnet->members.push_back({node.name, uplink->name});
            const auto neighbour = std::ranges::find(node.net.neighbours, *route.via, &Neighbour::ip);
            const std::size_t router = routerAt(cluster, *route.via, neighbour == node.net.neighbours.end() ? std::nullopt : neighbour->mac);
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

NetworkInterface device(const std::string &name, std::uint32_t index, LinkKind kind, const std::string &address, std::uint32_t macNumber)
{
    NetworkInterface interface;
    interface.name = name;
    interface.ifindex = told(index);
    interface.kind = kind;
    interface.state = told(LinkState::Up);
    interface.mac = told(mac(macNumber));
    if (!address.empty())
        interface.addresses.push_back({prefix(address)});
    return interface;
}

Route route(const std::string &to, const std::string &via, const std::string &interface)
{
    Route made;
    made.type = "unicast";
    made.to = prefix(to);
    made.via = IpAddress::parse(via);
    made.interface = interface;
    return made;
}

void addPods(Cluster &cluster, ClusterNode &node, std::size_t number, std::size_t pods, bool bridged)
{
    const char *const applications[] = {"web", "tea", "coffee", "cart", "checkout-service", "redis", "coredns"};
    for (std::size_t p = 0; p < pods; ++p) {
        const auto id = static_cast<std::uint32_t>(number * 1000 + p);
        NetworkInterface veth = device(fmt::format("{}{:08x}", bridged ? "veth" : "cali", id * 2654435761U), static_cast<std::uint32_t>(10 + p),
                                       LinkKind::Veth, "", 0x40000000 + id);
        if (bridged)
            veth.master = told<std::string>("cni0");
        ClusterPod pod;
        pod.podNamespace = "default";
        pod.name = fmt::format("{}-{:x}-{:05x}", applications[id % 7], 0x5d0000000 + id / 7 % 40, id * 40503U & 0xFFFFF);
        pod.node = node.name;
        pod.addresses.push_back({ip(fmt::format("10.{}.{}.{}", 244 + p / 250, number, 2 + p % 250))});
        pod.mac = told(mac(0x50000000 + id));
        pod.interface = "eth0";
        pod.ifindex = told(3U);
        pod.hostInterface = veth.name;
        pod.bridge = veth.master.value_or("");
        veth.peer = Peer{"default/" + pod.name, {}, "eth0", {}};
        node.net.interfaces.push_back(veth);
        cluster.pods.push_back(pod);
    }
}

} // namespace vethscope::test::made
