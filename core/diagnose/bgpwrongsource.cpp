#include "core/diagnose/bgpattempts.h"
#include "core/diagnose/faults.h"

#include "core/kernel/routing.h"

#include <algorithm>

// A node that speaks BGP from, or is known to its peers by, the address of a card that is not on its way to them: docker0, a second card.
// Calico took the first valid address. A loopback's address is one that somebody chose.

namespace vethscope::diagnose {
namespace {

const NetworkInterface *leavesBy(const ClusterNode &node, const IpAddress &to, EvidenceList &lines)
{
    kernel::Packet packet;
    packet.source = IpAddress::any(to.isV6());
    packet.destination = to;
    const auto routing = kernel::lookUpRoute(node.net, packet);
    if (!routing.isFound() || !routing->route() || routing->type != "unicast")
        return nullptr;
    lines = routing.evidence;
    return node.net.interface(routing->route()->interface);
}

void judgeSource(const Case &about, const ClusterNode &node, const IpAddress &own, const Evidence &said, const IpAddress &peer, Findings &findings)
{
    const NetworkInterface *const device = node.net.owner(own);
    EvidenceList lines;
    const NetworkInterface *const leaves = leavesBy(node, peer, lines);
    const bool isChosen = device && (device->kind == LinkKind::Loopback || device->kind == LinkKind::Dummy);
    if (!device || !leaves || device == leaves || isChosen || isTunnel(leaves->kind))
        return;
    Finding finding;
    finding.title = Sentence::of("{} speaks BGP from {} of {}, but reaches {} by {}", node.name, own.text(), device->name, peer.text(), leaves->name);
    finding.why = Sentence::of("The other end does not expect, or cannot answer, what comes from that address, and refuses the session.");
    finding.fix = Sentence::of("Name the right card for Calico: IP_AUTODETECTION_METHOD=interface={}, or set the node's address by hand.", leaves->name);
    finding.confirm = "calicoctl node status";
    finding.subject = {{node.name}, {}, device->name, own.text()};
    finding.proof.add(said);
    if (const InterfaceAddress *const address = device->own(own))
        finding.proof.add(address->evidence);
    finding.proof.add(lines);
    for (const std::uint32_t row : failedBgp(about, [&](const IpAddress &one, const IpAddress &) { return one == own; }))
        finding.proof.addFrame(row);
    if (about.cluster().node(node.name))
        findings.push_back(std::move(finding));
}

Findings findWrongBgpSources(const Case &about)
{
    Findings findings;
    for (const BgpLink &link : about.links().bgp) {
        if (link.to == nobody || isEstablished(about.cluster(), link))
            continue;
        const ClusterNode &near = about.nodes()[link.from], &far = about.nodes()[link.to];
        if (link.there) // by which near knows far: an address of far's
            if (const BgpSession &session = near.bgp[*link.there]; !near.addresses.empty())
                judgeSource(about, far, session.peer, session.evidence, near.addresses.front(), findings);
        if (link.back)
            if (const BgpSession &session = far.bgp[*link.back]; !far.addresses.empty())
                judgeSource(about, near, session.peer, session.evidence, far.addresses.front(), findings);
    }
    return findings;
}

} // namespace

constinit const Fault faults::bgpWrongSource{
    .id = "bgp-wrong-source",
    .implies = {"bgp-session-down", "missing-route", "bgp-notification", "asymmetric-path"},
    .find = findWrongBgpSources,
};

} // namespace vethscope::diagnose
