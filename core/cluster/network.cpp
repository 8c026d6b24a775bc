#include "core/cluster/networkverdict.h"

#include "core/cluster/told.h"

#include <algorithm>

namespace vethscope {
namespace {

Verdict verdictOf(const NodeMarks &marks)
{
    for (const bool needsRoutes : {true, false})
        for (const auto judge : {flannelTunnel, ciliumTunnel, weaveNet, kubeRouter, calicoTunnel})
            if (Verdict found = judge(marks, needsRoutes); found.network != Network::Unknown)
                return found;
    for (const auto judge : {calicoPool, calicoBgp, ciliumNative, flannelHostGateway, flannelAnnotation})
        if (Verdict found = judge(marks); found.network != Network::Unknown)
            return found;
    return {};
}

} // namespace

const JoinedInterface *NodeMarks::device(const std::string &name, LinkKind kind) const
{
    const JoinedInterface *found = m_machine.interface(name);
    return found && found->interface.kind == kind ? found : nullptr;
}

EvidenceList NodeMarks::routesThrough(const std::string &device) const
{
    return linesOf(m_node.net.routes, [&](const Route &route) {
        return route.interface == device && route.table.empty() && !route.to.address.isMulticast() && !route.to.address.isLinkLocal();
    });
}

Verdict NodeMarks::byDevice(Network network, const JoinedInterface *device, bool needed) const
{
    if (!device)
        return {};
    const EvidenceList routes = routesThrough(device->interface.name);
    if (needed && routes.empty())
        return {};
    Verdict verdict{network, {firstOf(device->interface.evidence)}};
    addEvidence(verdict.evidence, routes);
    return verdict;
}

void judgeNetworks(Joining &joining)
{
    for (std::size_t i = 0; i < joining.machines.size(); ++i) {
        Verdict verdict = verdictOf(NodeMarks(joining, i));
        joining.cluster.nodes[i].network = verdict.network;
        joining.cluster.nodes[i].networkEvidence = std::move(verdict.evidence);
    }
}

} // namespace vethscope
