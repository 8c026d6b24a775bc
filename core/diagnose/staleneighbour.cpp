#include "core/diagnose/faults.h"
#include "core/diagnose/seenalone.h"
#include "core/diagnose/traffic.h"

#include "core/kernel/neighbours.h"

#include <algorithm>

// A neighbour entry on a tunnel device with a MAC address that the device with that IP address does not have: left from a device that was
// made anew. The frame arrives, and the kernel there drops it as somebody else's.

namespace vethscope::diagnose {
namespace {

struct VtepOwner {
    const ClusterNode *node = nullptr;
    const NetworkInterface *device = nullptr;
};

VtepOwner vtepWith(const Case &about, const ClusterNode &asker, const IpAddress &address)
{
    for (const ClusterNode &node : about.nodes())
        for (const NetworkInterface &device : node.net.interfaces)
            if (&node != &asker && (device.kind == LinkKind::Vxlan || device.kind == LinkKind::Geneve) && device.mac && device.own(address))
                return {&node, &device};
    return {};
}

// Nodes that route into their tunnel have one MAC address there: who sends to another one has an old one of it.
void addMacsSeen(const Case &about, Findings &findings)
{
    for (const SeenAlone &ends : tunnelsSeenAlone(about, true)) {
        const auto to = onlyOne(ends.there->receivers), has = onlyOne(ends.back->senders);
        if (ends.there->goesOn || ends.there->sent < 2 || !ends.doMeet() || !to || !has || *to == *has || to->isGroup())
            continue;
        Finding finding;
        nameEnds(about, ends, finding);
        finding.title = Sentence::of("{} sends to {} in the tunnel to {}, which has {}, and nothing goes on there", finding.subject.nodes[0], to->text(), finding.subject.nodes[1], has->text());
        finding.why = Sentence::of("What {} sends to the pods of {} carries a MAC address that nobody has there, and is dropped on arrival without a word.", finding.subject.nodes[0], finding.subject.nodes[1]);
        finding.fix = Sentence::of("Restart the network's agent on {}, which writes the neighbour and forwarding entries of the tunnel.", finding.subject.nodes[0]);
        finding.confirm = "ip neigh show nud permanent";
        finding.subject.address = to->text();
        finding.proof.addFrame(ends.there->receivers.begin()->second);
        finding.proof.addFrame(ends.back->senders.begin()->second);
        findings.push_back(std::move(finding));
    }
}

Findings findStaleNeighbours(const Case &about)
{
    Findings findings;
    for (const ClusterNode &node : about.nodes()) {
        for (const Neighbour &entry : node.net.neighbours) {
            const NetworkInterface *const tunnel = node.net.interface(entry.interface);
            if (!tunnel || (tunnel->kind != LinkKind::Vxlan && tunnel->kind != LinkKind::Geneve) || !entry.ip || !entry.mac || !kernel::isUsable(entry))
                continue;
            const VtepOwner owner = vtepWith(about, node, *entry.ip);
            if (!owner.device || *owner.device->mac == *entry.mac)
                continue;
            Finding finding;
            finding.title = Sentence::of("{} has {} for {} on {}, but {} of {} has {}", node.name, entry.mac->text(), entry.ip->text(), entry.interface, owner.device->name, owner.node->name, owner.device->mac->text());
            finding.why = Sentence::of("What {} sends to the pods of {} carries a MAC address that nobody has there, and is dropped on arrival without a word.", node.name, owner.node->name);
            finding.fix = Sentence::of("Restart the network's agent on {}, or set it by hand: ip neigh replace {} lladdr {} dev {} nud permanent.", node.name, entry.ip->text(), owner.device->mac->text(), entry.interface);
            finding.confirm = "ip neigh show dev " + entry.interface;
            finding.subject = {{node.name, owner.node->name}, {}, entry.interface, entry.ip->text()};
            finding.proof.add(entry.evidence);
            finding.proof.add(owner.device->mac.evidence());
            for (const ForwardingEntry &forward : node.net.forwarding)
                if (forward.interface == entry.interface && forward.mac == *owner.device->mac && forward.destination)
                    finding.excluded.push_back({"stale-fdb", {{forward.evidence}, {}}});
            findings.push_back(std::move(finding));
        }
    }
    addMacsSeen(about, findings);
    return findings;
}

} // namespace

constinit const Fault faults::staleNeighbour{
    .id = "stale-neighbour",
    .implies = {"missing-fdb-entry", "one-way-tunnel", "tunnel-port-blocked", "tcp-retransmissions"},
    .find = findStaleNeighbours,
};

} // namespace vethscope::diagnose
