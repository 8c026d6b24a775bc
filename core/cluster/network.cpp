#include "core/cluster/interfacekinds.h"
#include "core/cluster/joining.h"
#include "core/cluster/podnetworks.h"
#include "core/cluster/told.h"

#include <algorithm>

namespace vethscope {
namespace {

struct Verdict {
    Network network = Network::Unknown;
    EvidenceList evidence;
};

// What one node's facts say of its pod network; each kind has the marks that nothing else leaves.
class Judgement
{
public:
    Judgement(const Joining &joining, std::size_t place)
        : m_facts(joining.facts), m_node(joining.cluster.nodes[place]), m_machine(joining.machines[place])
    {
    }

    Verdict verdict() const
    {
        for (const auto judge : {&Judgement::flannelVxlan, &Judgement::flannelUdp, &Judgement::calicoIpip, &Judgement::calicoBgp,
                                 &Judgement::flannelHostGateway, &Judgement::annotation})
            if (Verdict found = (this->*judge)(); found.network != Network::Unknown)
                return found;
        return {};
    }

private:
    // flannel.VNI, an on-link route through it, the other end's address in its forwarding table.
    Verdict flannelVxlan() const
    {
        for (const JoinedInterface &joined : m_machine.interfaces) {
            const ClusterInterface &interface = joined.interface;
            if (interface.kind != LinkKind::Vxlan || !vniOfFlannelName(interface.name))
                continue;
            EvidenceList lines;
            addEvidence(lines, firstOf(interface.evidence));
            addRoutesThrough(lines, interface.name);
            for (const ClusterFdbEntry &entry : m_node.fdb)
                if (entry.interface == interface.name && entry.destination)
                    addEvidence(lines, entry.evidence);
            return {Network::FlannelVxlan, std::move(lines)};
        }
        return {};
    }

    Verdict flannelUdp() const
    {
        const JoinedInterface *tun = m_machine.interface("flannel0");
        if (!tun || tun->interface.kind != LinkKind::Tun)
            return {};
        EvidenceList lines{firstOf(tun->interface.evidence)};
        addRoutesThrough(lines, "flannel0");
        return {Network::FlannelUdp, std::move(lines)};
    }

    // Calico gives tunl0 an address when its pool uses IPIP, and routes through it to nodes that it does not reach directly.
    Verdict calicoIpip() const
    {
        EvidenceList calico = marksOfCalico();
        if (calico.empty())
            return {};
        EvidenceList lines;
        for (const JoinedInterface &joined : m_machine.interfaces) {
            if (joined.interface.kind != LinkKind::Ipip || joined.interface.addresses.empty())
                continue;
            addEvidence(lines, firstOf(joined.interface.evidence));
            addRoutesThrough(lines, joined.interface.name);
        }
        if (lines.empty())
            return {};
        addEvidence(lines, calico);
        return {Network::CalicoIpip, std::move(lines)};
    }

    Verdict calicoBgp() const
    {
        const bool isVxlan = std::ranges::any_of(m_machine.interfaces, [](const JoinedInterface &joined) {
            return joined.interface.kind == LinkKind::Vxlan || joined.interface.name == "vxlan.calico";
        });
        EvidenceList lines = marksOfCalico();
        EvidenceList bgp;
        for (const ClusterRoute &route : m_node.routes)
            if (isBirds(route))
                addEvidence(bgp, route.evidence);
        for (const BgpSession &session : m_node.bgp)
            addEvidence(bgp, session.evidence);
        if (isVxlan || lines.empty() || bgp.empty())
            return {};
        addEvidence(lines, bgp);
        return {Network::CalicoBgp, std::move(lines)};
    }

    // No device of flannel's, but its settings or its bridge; other nodes' pods by way of those nodes.
    Verdict flannelHostGateway() const
    {
        for (const JoinedInterface &joined : m_machine.interfaces)
            if (joined.interface.name.starts_with("flannel") || joined.interface.kind == LinkKind::Vxlan || joined.interface.kind == LinkKind::Ipip)
                return {};
        EvidenceList settings = flannelSettings();
        EvidenceList routes = routesToSiblings();
        const JoinedInterface *bridge = m_machine.interface("cni0");
        const bool sameMtu = bridge && bridge->interface.mtu && cardWithMtu(*bridge->interface.mtu);
        if (!bridge || (routes.empty() && (settings.empty() || !sameMtu)))
            return {};
        EvidenceList lines = std::move(settings);
        addEvidence(lines, firstOf(bridge->interface.evidence));
        if (routes.empty())
            addEvidence(lines, firstOf(cardWithMtu(*bridge->interface.mtu)->interface.evidence)); // nothing was kept back for a tunnel's headers
        addEvidence(lines, routes);
        return {Network::FlannelHostGw, std::move(lines)};
    }

    // flannel writes its backend on the Kubernetes node.
    Verdict annotation() const
    {
        for (const KubernetesNodeFact *fact : m_machine.kubernetes) {
            if (fact->flannelBackend == "vxlan")
                return {Network::FlannelVxlan, {fact->evidence}};
            if (fact->flannelBackend == "udp")
                return {Network::FlannelUdp, {fact->evidence}};
            if (fact->flannelBackend == "host-gw")
                return {Network::FlannelHostGw, {fact->evidence}};
        }
        return {};
    }

    static bool isBirds(const ClusterRoute &route) { return route.protocol == "bird" || route.protocol == "12"; }

    EvidenceList marksOfCalico() const
    {
        EvidenceList lines;
        for (const JoinedInterface &joined : m_machine.interfaces)
            if (joined.interface.name.starts_with("cali") && joined.interface.kind == LinkKind::Veth)
                addEvidence(lines, firstOf(joined.interface.evidence));
        for (const ClusterRoute &route : m_node.routes)
            if (route.type == "blackhole" && isBirds(route))
                addEvidence(lines, route.evidence);
        for (const BgpSession &session : m_node.bgp)
            if (session.kind == "mesh")
                addEvidence(lines, session.evidence);
        for (const KubernetesNodeFact *fact : m_machine.kubernetes)
            if (fact->calicoAddress || fact->calicoTunnel)
                addEvidence(lines, fact->evidence);
        return lines;
    }

    void addRoutesThrough(EvidenceList &lines, const std::string &device) const
    {
        for (const ClusterRoute &route : m_node.routes)
            if (route.interface == device && route.table.empty() && !route.to.address.isMulticast() && !route.to.address.isLinkLocal())
                addEvidence(lines, route.evidence);
    }

    EvidenceList flannelSettings() const
    {
        EvidenceList lines;
        for (const HostFacts *host : m_machine.hosts) {
            for (const SettingFact &setting : host->settings)
                if (setting.name.starts_with("FLANNEL_"))
                    addEvidence(lines, setting.evidence);
            for (const FirewallRuleFact &rule : host->firewall)
                if (rule.chain == "FLANNEL-FWD" || rule.target == "FLANNEL-FWD")
                    addEvidence(lines, rule.evidence);
        }
        for (const AddressPoolFact &pool : m_facts.pools)
            if (pool.mode == "host-gw")
                addEvidence(lines, pool.evidence);
        return lines;
    }

    // Routes over a card to networks of the same size beside cni0's own, by way of others than the gateway.
    EvidenceList routesToSiblings() const
    {
        EvidenceList lines;
        for (const ClusterRoute &route : m_node.routes) {
            const JoinedInterface *device = m_machine.interface(route.interface);
            if (!route.via || route.to.length == 0 || !device || device->interface.kind != LinkKind::Physical || isGateway(*route.via))
                continue;
            if (isSiblingOfBridge(route.to))
                addEvidence(lines, route.evidence);
        }
        return lines;
    }

    bool isGateway(const IpAddress &address) const
    {
        return std::ranges::any_of(m_node.routes, [&](const ClusterRoute &route) { return route.to.length == 0 && route.via == address; });
    }

    bool isSiblingOfBridge(const IpPrefix &network) const
    {
        const JoinedInterface *bridge = m_machine.interface("cni0");
        return bridge && std::ranges::any_of(bridge->interface.addresses, [&](const IpPrefix &own) {
            return own.length == network.length && own.length > 8 && IpPrefix{own.address, own.length - 8}.contains(network.address)
                && !own.contains(network.address);
        });
    }

    const JoinedInterface *cardWithMtu(std::uint32_t mtu) const
    {
        for (const JoinedInterface &joined : m_machine.interfaces)
            if (joined.interface.kind == LinkKind::Physical && joined.interface.mtu == mtu)
                return &joined;
        return nullptr;
    }

    const Facts &m_facts;
    const ClusterNode &m_node;
    const Machine &m_machine;
};

} // namespace

void judgeNetworks(Joining &joining)
{
    for (std::size_t i = 0; i < joining.machines.size(); ++i) {
        Verdict verdict = Judgement(joining, i).verdict();
        joining.cluster.nodes[i].network = verdict.network;
        joining.cluster.nodes[i].networkEvidence = std::move(verdict.evidence);
    }
}

} // namespace vethscope
