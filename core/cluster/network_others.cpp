#include "core/cluster/networkverdict.h"
#include "core/cluster/told.h"

#include <algorithm>

// Networks that give their devices names which nobody else gives.

namespace vethscope {

Verdict ciliumTunnel(const NodeMarks &marks, bool needsRoutes)
{
    // Routes to other nodes' pods lead to cilium_host; the tunnel device is chosen behind it, by a program.
    const bool hasRoutes = !marks.routesThrough("cilium_host").empty();
    for (const auto &[name, kind, network] : {std::tuple("cilium_vxlan", LinkKind::Vxlan, Network::CiliumVxlan),
                                              std::tuple("cilium_geneve", LinkKind::Geneve, Network::CiliumGeneve)})
        if (Verdict found = marks.byDevice(network, marks.device(name, kind), needsRoutes && !hasRoutes); found.network != Network::Unknown)
            return found;
    return {};
}

// The native routing mode makes no tunnel device: so says a list of devices that has Cilium's veth and none.
Verdict ciliumNative(const NodeMarks &marks)
{
    const JoinedInterface *veth = marks.device("cilium_host", LinkKind::Veth);
    if (!veth || marks.machine().interface("cilium_vxlan") || marks.machine().interface("cilium_geneve"))
        return {};
    const auto lists = [](const HostFacts *host, std::string_view name) { return std::ranges::find(host->links, name, &LinkFact::name) != host->links.end(); };
    const bool listed = std::ranges::any_of(marks.machine().hosts, [&](const HostFacts *host) { return lists(host, "cilium_host") && lists(host, "lo"); });
    return listed ? Verdict{Network::CiliumNative, {firstOf(veth->interface.evidence)}} : Verdict{};
}

Verdict weaveNet(const NodeMarks &marks, bool needsRoutes)
{
    return marks.byDevice(Network::Weave, marks.device("weave", LinkKind::Bridge), needsRoutes);
}

Verdict kubeRouter(const NodeMarks &marks, bool needsRoutes)
{
    return marks.byDevice(Network::KubeRouter, marks.device("kube-bridge", LinkKind::Bridge), needsRoutes);
}

} // namespace vethscope
