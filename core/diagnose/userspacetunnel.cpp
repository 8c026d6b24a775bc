#include "core/diagnose/faults.h"

// Flannel's UDP backend: each packet goes up to a program and down again before it leaves its node, and once more where it arrives. By design, and slow.

namespace vethscope::diagnose {
namespace {

Findings findUserSpaceTunnels(const Case &about)
{
    Finding finding;
    for (const ClusterNode &node : about.nodes()) {
        if (node.network != Network::FlannelUdp)
            continue;
        finding.subject.nodes.push_back(node.name);
        finding.proof.add(node.networkEvidence);
    }
    finding.title = Sentence::of("Pods' packets between nodes pass flannel's program: the UDP backend");
    finding.why = Sentence::of("Each packet is copied from flannel0 to flanneld and back into the kernel at both ends. It works, at a fraction of the speed of vxlan or host-gw.");
    finding.fix = Sentence::of("Where the kernel has VXLAN, set Backend.Type to vxlan in flannel's net-conf.json.");
    finding.confirm = "ip -d link show flannel0";
    finding.subject.interface = "flannel0";
    return {finding};
}

} // namespace

constinit const Fault faults::userSpaceTunnel{
    .id = "user-space-tunnel",
    .severity = ProblemSeverity::Note,
    .find = findUserSpaceTunnels,
};

} // namespace vethscope::diagnose
