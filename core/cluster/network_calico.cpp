#include "core/cluster/networkverdict.h"
#include "core/cluster/podnetworks.h"
#include "core/cluster/told.h"

#include <algorithm>

// Calico: VXLAN, IPIP or BGP alone, as its pools say; its veths, blocks and sessions tell that it is Calico at all.

namespace vethscope {
namespace {

bool isBirds(const Route &route)
{
    return route.protocol == "bird" || route.protocol == "12";
}

bool isPods(const NodeMarks &marks, const Route &route)
{
    return route.interface.starts_with("cali") && marks.device(route.interface, LinkKind::Veth);
}

bool isBlock(const Route &route)
{
    return route.type == "blackhole" && isCalicosProtocol(route.protocol);
}

// Veths and blocks stand on the node itself.
EvidenceList marksOnNode(const NodeMarks &marks)
{
    EvidenceList lines;
    for (const JoinedInterface &joined : marks.machine().interfaces)
        if (joined.interface.name.starts_with("cali") && joined.interface.kind == LinkKind::Veth)
            addEvidence(lines, firstOf(joined.interface.evidence));
    addEvidence(lines, linesOf(marks.node().net.routes, isBlock));
    return lines;
}

EvidenceList marksOfCalico(const NodeMarks &marks)
{
    EvidenceList lines = marksOnNode(marks);
    for (const BgpSession &session : marks.node().bgp)
        if (session.kind == "mesh")
            addEvidence(lines, session.evidence);
    for (const KubernetesNodeFact *fact : marks.machine().kubernetes)
        if (fact->calicoAddress || fact->calicoTunnel)
            addEvidence(lines, fact->evidence);
    return lines;
}

// Calico gives tunl0 an address when its pool uses IPIP, and routes through it to nodes that it does not reach directly.
Verdict byIpip(const NodeMarks &marks, bool needsRoutes)
{
    EvidenceList calico = marksOfCalico(marks);
    EvidenceList lines;
    for (const JoinedInterface &joined : marks.machine().interfaces) {
        if (joined.interface.kind != LinkKind::Ipip)
            continue;
        const EvidenceList routes = marks.routesThrough(joined.interface.name);
        if (routes.empty() && (needsRoutes || joined.interface.addresses.empty()))
            continue;
        addEvidence(lines, firstOf(joined.interface.evidence));
        addEvidence(lines, routes);
        addEvidence(calico, linesOf(marks.node().net.routes, [&](const Route &route) { return route.interface == joined.interface.name && isBirds(route); }));
    }
    if (lines.empty() || calico.empty())
        return {};
    addEvidence(lines, calico);
    return {Network::CalicoIpip, std::move(lines)};
}

// The pools that hold the node's pods and blocks; all where none does.
std::vector<const AddressPoolFact *> poolsOf(const NodeMarks &marks)
{
    std::vector<const AddressPoolFact *> own, all;
    for (const AddressPoolFact &pool : marks.facts().pools) {
        all.push_back(&pool);
        const auto holds = [&](const Route &route) { return (isPods(marks, route) || isBlock(route)) && pool.cidr.contains(route.to.address); };
        if (std::ranges::any_of(marks.node().net.routes, holds))
            own.push_back(&pool);
    }
    return own.empty() ? all : own;
}

bool isEncapsulating(const AddressPoolFact *pool)
{
    return pool->mode.starts_with("ipip") || pool->mode.starts_with("vxlan");
}

} // namespace

Verdict calicoTunnel(const NodeMarks &marks, bool needsRoutes)
{
    for (const char *name : {"vxlan.calico", "vxlan-v6.calico"})
        if (Verdict found = marks.byDevice(Network::CalicoVxlan, marks.device(name, LinkKind::Vxlan), needsRoutes); found.network != Network::Unknown)
            return found;
    return byIpip(marks, needsRoutes);
}

// A pool's mode alone counts only for nodes with Calico's veths or blocks, and if it encapsulates always.
Verdict calicoPool(const NodeMarks &marks)
{
    EvidenceList lines = marksOnNode(marks);
    const auto pools = poolsOf(marks);
    if (lines.empty() || pools.empty())
        return {};
    const std::string &mode = pools.front()->mode;
    const bool agree = std::ranges::all_of(pools, [&](const AddressPoolFact *pool) { return pool->mode == mode; });
    const Network network = mode == "vxlan Always" ? Network::CalicoVxlan : mode == "ipip Always" ? Network::CalicoIpip : Network::Unknown;
    if (!agree || network == Network::Unknown)
        return {};
    for (const AddressPoolFact *pool : pools)
        addEvidence(lines, pool->evidence);
    return {network, std::move(lines)};
}

Verdict calicoBgp(const NodeMarks &marks)
{
    const bool isVxlan = std::ranges::any_of(marks.machine().interfaces, [](const JoinedInterface &joined) { return joined.interface.kind == LinkKind::Vxlan; });
    EvidenceList lines = marksOfCalico(marks);
    const EvidenceList routes = linesOf(marks.node().net.routes, isBirds), sessions = linesOf(marks.node().bgp, [](const BgpSession &) { return true; });
    // IPIP has sessions as well.
    const bool sessionsAlone = routes.empty() && std::ranges::any_of(poolsOf(marks), isEncapsulating);
    if (isVxlan || lines.empty() || (routes.empty() && sessions.empty()) || sessionsAlone)
        return {};
    addEvidence(lines, routes);
    addEvidence(lines, sessions);
    return {Network::CalicoBgp, std::move(lines)};
}

} // namespace vethscope
