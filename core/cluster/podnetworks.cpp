#include "core/cluster/podnetworks.h"

#include <algorithm>

namespace vethscope {
namespace {

void addSettings(PrefixTable<PodNetwork> &networks, const HostFacts &host, std::size_t place)
{
    for (const SettingFact &setting : host.settings)
        if (setting.name == "FLANNEL_SUBNET" || setting.name == "FLANNEL_IPV6_SUBNET")
            if (const auto prefix = IpPrefix::parse(setting.value))
                networks.add(*prefix, {place, setting.evidence});
}

void addBridges(PrefixTable<PodNetwork> &networks, const HostFacts &host, std::size_t place)
{
    for (const InterfaceAddressFact &fact : host.addresses)
        if (isPodBridge(fact.interface) && !fact.address.address.isLinkLocal() && !fact.address.isHost())
            networks.add(fact.address, {place, fact.evidence});
}

void addRoutes(PrefixTable<PodNetwork> &networks, const ClusterNode &node, const Machine &machine, std::size_t place)
{
    for (const Route &route : node.net.routes) {
        // Calico keeps its own block from leaving with a blackhole; another node's would be a route.
        const bool isBlock = route.type == "blackhole" && isCalicosProtocol(route.protocol);
        const JoinedInterface *device = machine.interface(route.interface);
        const bool isPod = route.to.isHost() && !route.hasNextHop() && route.type == "unicast" && device && device->interface.kind == LinkKind::Veth;
        const bool isBridges = isPodBridge(route.interface) && !route.hasNextHop() && !route.to.isHost() && !route.to.address.isLinkLocal();
        if ((isBlock || isPod || isBridges) && !route.to.address.isMulticast())
            networks.add(route.to, {place, route.evidence});
    }
}

} // namespace

PrefixTable<PodNetwork> podNetworks(const Joining &joining)
{
    PrefixTable<PodNetwork> networks;
    for (std::size_t place = 0; place < joining.machines.size(); ++place) {
        const Machine &machine = joining.machines[place];
        for (const KubernetesNodeFact *fact : machine.kubernetes)
            for (const IpPrefix &cidr : fact->podCidrs)
                networks.add(cidr, {place, fact->evidence});
        for (const HostFacts *host : machine.hosts) {
            addSettings(networks, *host, place);
            addBridges(networks, *host, place);
        }
        addRoutes(networks, joining.cluster.nodes[place], machine, place);
    }
    return networks;
}

bool isCalicosProtocol(std::string_view protocol)
{
    return protocol == "bird" || protocol == "12" || protocol == "80";
}

bool isPodBridge(std::string_view name)
{
    return name.starts_with("cni") || name == "cbr0" || name == "kube-bridge";
}

} // namespace vethscope
