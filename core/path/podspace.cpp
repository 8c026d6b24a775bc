#include "core/path/podspace.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace vethscope::path {
namespace {

const IpAddress gateway4 = IpAddress::v4(0xa9fe0101);
const IpAddress gateway6 = *IpAddress::parse("fe80::ecee:eeff:feee:eeee");

bool hasRoutes(const NetworkNamespace &net)
{
    return net.printed.of(HostTable::Routes) == Extent::Whole || std::ranges::any_of(net.routes, [](const Route &route) { return route.to.length == 0; });
}

// Whether pods of this network stand behind a bridge.
bool isBridged(const ClusterNode *node, const ClusterPod &pod)
{
    return !pod.bridge.empty() || (node && node->network != Network::Unknown && !isCalico(node->network) && nameOf(node->network).starts_with("flannel"));
}

// The bridge's address whose network the pod's is in.
const InterfaceAddress *bridgeAddress(const ClusterNode *node, const ClusterPod &pod, const IpAddress &address)
{
    if (!node)
        return nullptr;
    for (const NetworkInterface &device : node->net.interfaces) {
        if (device.kind != LinkKind::Bridge || (!pod.bridge.empty() && device.name != pod.bridge))
            continue;
        const auto found = std::ranges::find_if(device.addresses, [&](const InterfaceAddress &own) { return own.contains(address); });
        if (found != device.addresses.end())
            return &*found;
    }
    return nullptr;
}

// host-local's choice where nobody set another gateway: the first address of the network.
IpAddress firstOf(const IpPrefix &network)
{
    IpAddress first = network.network().address;
    auto bytes = first.bytes();
    const std::size_t size = first.isV6() ? 16 : 4;
    bytes[size - 1] |= 1;
    return *IpAddress::fromBytes(std::as_bytes(std::span(bytes).first(size)));
}

NetworkInterface &podInterface(NetworkNamespace &net, const ClusterPod &pod)
{
    const std::string name = pod.interface.empty() ? "eth0" : pod.interface;
    const auto known = std::ranges::find(net.interfaces, name, &NetworkInterface::name);
    NetworkInterface &interface = known == net.interfaces.end() ? net.interfaces.emplace_back() : *known;
    interface.name = name;
    interface.kind = LinkKind::Veth;
    if (!interface.mac)
        interface.mac = pod.mac;
    if (!interface.mtu)
        interface.mtu = pod.mtu;
    return interface;
}

Route routeTo(const IpPrefix &to, const std::string &device, const Evidence &evidence)
{
    Route route;
    route.type = "unicast";
    route.to = to;
    route.interface = device;
    route.scope = "link";
    route.evidence = evidence;
    return route;
}

// Whatever nobody printed is then what stands here.
Printed filledIn()
{
    HostFacts host;
    for (const HostTable table : {HostTable::Interfaces, HostTable::Addresses, HostTable::Routes})
        host.printed.push_back({{table, {}, true}, {}, 0, 0, {}});
    const HostFacts *const one = &host;
    return Printed({&one, 1}, {});
}

// The pod's address on its device; where nobody printed it there, with the length that the CNI gives it.
const InterfaceAddress &ownAddress(NetworkInterface &interface, const ClusterNode *node, const ClusterPod &pod, const Said<IpAddress> &address)
{
    if (const auto *const own = interface.own(address))
        return *own;
    const InterfaceAddress *const bridge = bridgeAddress(node, pod, address);
    const int usual = address.isV6() ? 64 : 24; // flannel's SubnetLen
    return interface.addresses.emplace_back(InterfaceAddress{{address, bridge ? bridge->length : isBridged(node, pod) ? usual : address.width()}, "global", address.evidence});
}

void addRoutes(NetworkNamespace &net, NetworkInterface &interface, const ClusterNode *node, const ClusterPod &pod, const Said<IpAddress> &address)
{
    const InterfaceAddress *const bridge = bridgeAddress(node, pod, address);
    const InterfaceAddress &own = ownAddress(interface, node, pod, address);
    const NetworkInterface *const veth = node ? node->net.interface(pod.hostInterface) : nullptr;
    const Evidence behind = veth && !veth->evidence.empty() ? veth->evidence.front() : address.evidence;
    const bool bridged = isBridged(node, pod);
    const IpAddress via = bridge ? bridge->address : bridged ? firstOf(own) : address.isV6() ? gateway6 : gateway4;
    if (!bridged && !bridge)
        net.routes.push_back(routeTo({via, via.width()}, interface.name, behind));
    Route route = routeTo({IpAddress::any(address.isV6()), 0}, interface.name, bridge ? bridge->evidence : behind);
    route.via = via;
    route.scope = "global";
    net.routes.push_back(std::move(route));
}

} // namespace

bool isCalicoGateway(const IpAddress &address)
{
    return address == gateway4 || address == gateway6;
}

PodSpace podSpace(const Cluster &cluster, const ClusterPod &pod)
{
    PodSpace space{pod.net, false};
    const ClusterNode *const node = cluster.node(pod.node);
    if (hasRoutes(pod.net)) {
        for (const Said<IpAddress> &address : pod.addresses)
            if (pod.net.printed.of(HostTable::Addresses, address.isV6()) != Extent::Whole && !pod.net.owner(address))
                ownAddress(podInterface(space.net, pod), node, pod, address);
        return space;
    }
    NetworkInterface &interface = podInterface(space.net, pod);
    for (const Said<IpAddress> &address : pod.addresses)
        addRoutes(space.net, interface, node, pod, address);
    space.net.printed = filledIn();
    space.isFilledIn = true;
    return space;
}

} // namespace vethscope::path
