#include "core/cluster/devicenames.h"
#include "core/cluster/networkverdict.h"
#include "core/cluster/told.h"

#include <algorithm>

// flannel: one device for each backend (pkg/backend in its sources), or host-gw with none.

namespace vethscope {
namespace {

// flannel.VNI, an on-link route through it, the other end's address in its forwarding table.
Verdict byVxlan(const NodeMarks &marks, const JoinedInterface &device, bool needsRoutes)
{
    Verdict verdict = marks.byDevice(Network::FlannelVxlan, &device, needsRoutes);
    if (verdict.network != Network::Unknown)
        addEvidence(verdict.evidence, linesOf(marks.node().net.forwarding, [&](const ForwardingEntry &entry) { return entry.interface == device.interface.name && entry.destination; }));
    return verdict;
}

EvidenceList settings(const NodeMarks &marks)
{
    EvidenceList lines;
    for (const HostFacts *host : marks.machine().hosts) {
        for (const SettingFact &setting : host->settings)
            if (setting.name.starts_with("FLANNEL_"))
                addEvidence(lines, setting.evidence);
        for (const FirewallRuleFact &rule : host->firewall)
            if (rule.chain == "FLANNEL-FWD" || rule.target == "FLANNEL-FWD")
                addEvidence(lines, rule.evidence);
    }
    for (const AddressPoolFact &pool : marks.facts().pools)
        if (pool.mode == "host-gw")
            addEvidence(lines, pool.evidence);
    return lines;
}

bool isGateway(const ClusterNode &node, const IpAddress &address)
{
    return std::ranges::any_of(node.net.routes, [&](const Route &route) { return route.to.length == 0 && route.via == address; });
}

bool isSibling(const JoinedInterface &bridge, const IpPrefix &network)
{
    return std::ranges::any_of(bridge.interface.addresses, [&](const IpPrefix &own) {
        return own.length == network.length && own.length > 8 && IpPrefix{own.address, own.length - 8}.contains(network.address)
            && !own.contains(network.address);
    });
}

// Routes over a card to networks of the same size beside cni0's own, by way of others than the gateway.
EvidenceList routesToSiblings(const NodeMarks &marks, const JoinedInterface &bridge)
{
    return linesOf(marks.node().net.routes, [&](const Route &route) {
        const bool isHop = route.via && route.to.length > 0 && marks.device(route.interface, LinkKind::Physical);
        return isHop && isSibling(bridge, route.to) && !isGateway(marks.node(), *route.via);
    });
}

const JoinedInterface *cardWithMtu(const Machine &machine, std::optional<std::uint32_t> mtu)
{
    for (const JoinedInterface &joined : machine.interfaces)
        if (mtu && joined.interface.kind == LinkKind::Physical && joined.interface.mtu == mtu)
            return &joined;
    return nullptr;
}

bool mayBeFlannels(const JoinedInterface &joined)
{
    return joined.interface.name.starts_with("flannel") || joined.interface.kind == LinkKind::Vxlan || joined.interface.kind == LinkKind::Ipip;
}

} // namespace

Verdict flannelTunnel(const NodeMarks &marks, bool needsRoutes)
{
    for (const JoinedInterface &joined : marks.machine().interfaces) {
        const NetworkInterface &interface = joined.interface;
        const bool isNumbered = vniOfFlannelName(interface.name).has_value();
        Verdict found;
        if (interface.kind == LinkKind::Vxlan && isNumbered)
            found = byVxlan(marks, joined, needsRoutes);
        if (interface.kind == LinkKind::Wireguard && (isNumbered || interface.name.starts_with("flannel-wg")))
            found = marks.byDevice(Network::FlannelWireguard, &joined, needsRoutes);
        if (found.network != Network::Unknown)
            return found;
    }
    if (Verdict udp = marks.byDevice(Network::FlannelUdp, marks.device("flannel0", LinkKind::Tun), needsRoutes); udp.network != Network::Unknown)
        return udp;
    return marks.byDevice(Network::FlannelIpip, marks.device("flannel.ipip", LinkKind::Ipip), needsRoutes);
}

// No device of flannel's, but its settings or its bridge; other nodes' pods by way of those nodes.
Verdict flannelHostGateway(const NodeMarks &marks)
{
    const JoinedInterface *bridge = marks.machine().interface("cni0");
    if (!bridge || std::ranges::any_of(marks.machine().interfaces, mayBeFlannels))
        return {};
    EvidenceList lines = settings(marks);
    const EvidenceList routes = routesToSiblings(marks, *bridge);
    const JoinedInterface *card = cardWithMtu(marks.machine(), bridge->interface.mtu);
    if (routes.empty() && (lines.empty() || !card))
        return {};
    addEvidence(lines, firstOf(bridge->interface.evidence));
    if (routes.empty())
        addEvidence(lines, firstOf(card->interface.evidence)); // nothing was kept back for a tunnel's headers
    addEvidence(lines, routes);
    return {Network::FlannelHostGw, std::move(lines)};
}

Verdict flannelAnnotation(const NodeMarks &marks)
{
    constexpr auto backends = std::to_array<std::pair<std::string_view, Network>>({
        {"vxlan", Network::FlannelVxlan}, {"udp", Network::FlannelUdp}, {"host-gw", Network::FlannelHostGw}, {"wireguard", Network::FlannelWireguard},
        {"ipip", Network::FlannelIpip},
    });
    for (const KubernetesNodeFact *fact : marks.machine().kubernetes)
        for (const auto &[backend, network] : backends)
            if (fact->flannelBackend == backend)
                return {network, {fact->evidence}};
    return {};
}

} // namespace vethscope
