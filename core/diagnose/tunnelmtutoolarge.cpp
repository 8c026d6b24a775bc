#include "core/diagnose/faults.h"

#include <algorithm>

// A tunnel device that lets through more than fits into the underlay once the tunnel's headers are around it. Full packets are then sent in
// fragments, or lost without a word where DF is set.

namespace vethscope::diagnose {
namespace {

// IP, UDP and the tunnel's own header, and the Ethernet header inside of VXLAN and Geneve.
std::uint32_t overheadOf(LinkKind kind, bool isV6)
{
    switch (kind) {
    case LinkKind::Vxlan:
    case LinkKind::Geneve: return isV6 ? 70 : 50;
    case LinkKind::Ipip: return 20;
    case LinkKind::Tun: return 28;
    case LinkKind::Wireguard: return isV6 ? 80 : 60;
    default: return 0;
    }
}

// By which device the tunnel's packets leave: its own word, or who has the node's address.
const NetworkInterface *underlayOf(const ClusterNode &node, const NetworkInterface &tunnel)
{
    if (tunnel.tunnel && tunnel.tunnel->device)
        return node.net.interface(*tunnel.tunnel->device);
    if (tunnel.tunnel && tunnel.tunnel->local && !tunnel.tunnel->local->isAny())
        return node.net.owner(*tunnel.tunnel->local);
    for (const Said<IpAddress> &address : node.addresses)
        if (const NetworkInterface *const owner = node.net.owner(address); owner && !isTunnel(owner->kind) && owner->kind != LinkKind::Loopback)
            return owner;
    return nullptr;
}

struct MtuEnd {
    std::size_t node = 0;
    const NetworkInterface *device = nullptr, *underlay = nullptr;
};

MtuEnd mtuEndOf(const Case &about, std::size_t node, std::size_t interface)
{
    if (node == nobody || interface == nobody)
        return {};
    const NetworkInterface &device = about.nodes()[node].net.interfaces[interface];
    return {node, &device, underlayOf(about.nodes()[node], device)};
}

// What the way between both ends lets through decides.
void compareMtu(const Case &about, const TunnelLink &link, const MtuEnd &end, const MtuEnd &far, Findings &findings)
{
    const std::uint32_t overhead = overheadOf(link.kind, link.isV6);
    if (!end.device || !end.device->mtu || overhead == 0)
        return;
    const auto fits = [&](const MtuEnd &inner, const MtuEnd &outer) { return !outer.underlay || !outer.underlay->mtu || *inner.device->mtu + overhead <= *outer.underlay->mtu; };
    // Too large for the own underlay; or for the far one's, where that end keeps to it.
    const bool isFarSound = far.device && far.device->mtu && fits(far, far);
    const MtuEnd *const narrow = !fits(end, end) ? &end : isFarSound && !fits(end, far) ? &far : nullptr;
    if (!narrow)
        return;
    const std::string &node = about.nodes()[end.node].name;
    Finding finding;
    finding.title = Sentence::of("{} on {} has MTU {}, but {} of {} leaves room for {}", end.device->name, node, *end.device->mtu, narrow->underlay->name,
                                 about.nodes()[narrow->node].name, *narrow->underlay->mtu - std::min(overhead, *narrow->underlay->mtu));
    finding.why = Sentence::of("The tunnel's headers take {} bytes: full packets do not fit into the network below and are cut into fragments or lost, while small ones pass.", overhead);
    finding.fix = Sentence::of("Set the MTU of {} and of the pods to {} at most.", end.device->name, *narrow->underlay->mtu - std::min(overhead, *narrow->underlay->mtu));
    finding.confirm = "ping -M do -s " + std::to_string(*end.device->mtu - 28);
    finding.subject = {{node}, {}, end.device->name, {}};
    finding.proof.add(end.device->mtu.evidence());
    finding.proof.add(narrow->underlay->mtu.evidence());
    findings.push_back(std::move(finding));
}

Findings findLargeTunnelMtus(const Case &about)
{
    Findings findings;
    for (const TunnelLink &link : about.links().tunnels) {
        const MtuEnd near = mtuEndOf(about, link.from, link.fromInterface), far = mtuEndOf(about, link.to, link.toInterface);
        compareMtu(about, link, near, far, findings);
        compareMtu(about, link, far, near, findings);
    }
    return findings;
}

} // namespace

constinit const Fault faults::tunnelMtuTooLarge{
    .id = "tunnel-mtu-too-large",
    .severity = ProblemSeverity::Warning,
    .implies = {"tunnel-fragmented"},
    .find = findLargeTunnelMtus,
};

} // namespace vethscope::diagnose
