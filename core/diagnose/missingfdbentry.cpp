#include "core/diagnose/faults.h"

#include "core/cluster/told.h"
#include "core/kernel/neighbours.h"
#include "core/kernel/tunnelforwarding.h"

// A VXLAN device that knows the MAC address of another node's device, and not by which address that node is reached: what is sent there is
// dropped before it leaves (drivers/net/vxlan/vxlan_core.c vxlan_xmit, L2 miss).

namespace vethscope::diagnose {
namespace {

Findings findMissingForwarding(const Case &about)
{
    Findings findings;
    for (const ClusterNode &node : about.nodes()) {
        for (const Neighbour &entry : node.net.neighbours) {
            const NetworkInterface *const tunnel = node.net.interface(entry.interface);
            if (!tunnel || tunnel->kind != LinkKind::Vxlan || !entry.mac || !entry.ip || !kernel::isUsable(entry) || entry.mac->isGroup())
                continue;
            const auto ends = kernel::tunnelEnds(node.net, tunnel->name, *entry.mac);
            if (!ends.isNone())
                continue;
            const auto owner = about.book().owner(*entry.mac);
            Finding finding;
            finding.title = Sentence::of("{} on {} has no forwarding entry for {}, the MAC address of {}", tunnel->name, node.name, entry.mac->text(), entry.ip->text());
            finding.why = Sentence::of("Without one the kernel does not know to which node the frame goes, and drops it before it leaves {}.", node.name);
            finding.fix = Sentence::of("Restart the network's agent on {}, or add it by hand: bridge fdb append {} dev {} dst ADDRESS.", node.name, entry.mac->text(), tunnel->name);
            finding.confirm = "bridge fdb show dev " + tunnel->name;
            finding.subject = {{node.name}, {}, tunnel->name, entry.ip->text()};
            if (owner && about.nodes()[*owner].name != node.name)
                finding.subject.nodes.push_back(about.nodes()[*owner].name);
            finding.proof.add(entry.evidence);
            finding.proof.add(firstOf(node.net.printed.evidence(HostTable::Forwarding)));
            exclude(finding, "missing-neighbour", {entry.evidence});
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace

constinit const Fault faults::missingFdbEntry{
    .id = "missing-fdb-entry",
    .implies = {"one-way-tunnel", "dns-unanswered", "tcp-retransmissions"},
    .find = findMissingForwarding,
};

} // namespace vethscope::diagnose
