#include "core/diagnose/faults.h"
#include "core/diagnose/overlayvalues.h"
#include "core/diagnose/seenalone.h"
#include "core/diagnose/traffic.h"

// Two ends of one VXLAN overlay with different VNIs: what arrives finds no device (RFC 7348, section 5), and nobody is told. Windows wants
// 4096 or more, where Linux has 1.

namespace vethscope::diagnose {
namespace {

// Where one overlay has one VNI, as flannel's and Calico's have; what leads to many networks has many.
void addVnisSeen(const Case &about, Findings &findings)
{
    for (const SeenAlone &ends : tunnelsSeenAlone(about, false)) {
        const auto there = onlyOne(ends.there->vnis), back = onlyOne(ends.back->vnis);
        if (!ends.areBothRefused() || !there || !back || *there == *back || ends.there->ports.begin()->first != ends.back->ports.begin()->first)
            continue;
        Finding finding;
        nameEnds(about, ends, finding);
        finding.title = Sentence::of("{} sends with VNI {}, {} sends back with {}, and neither arrives", finding.subject.nodes[0], *there, finding.subject.nodes[1], *back);
        finding.why = Sentence::of("A kernel hands what arrives to the VXLAN device with just that VNI and drops the rest without a word.");
        finding.fix = Sentence::of("Set the same VNI for all nodes: flannel's Backend.VNI, Calico's vxlanVNI; then let the device be made anew.");
        finding.confirm = "ip -d link show type vxlan";
        finding.proof.addFrame(ends.there->firstRow);
        finding.proof.addFrame(ends.back->firstRow);
        exclude(finding, "vxlan-port-mismatch", {}, {ends.there->firstRow, ends.back->firstRow}); // they go to one port
        findings.push_back(std::move(finding));
    }
}

Findings findVniMismatches(const Case &about)
{
    Findings findings = differingOverlays(about, &Tunnel::vni, "vxlan-port-mismatch", &Tunnel::port, [](Finding &finding, const Disagreement<std::uint32_t> &differing, const std::string &node, const std::string &other) {
        finding.title = Sentence::of("{} on {} has VNI {}, {} on {} has {}", differing.one->interface, node, differing.one->value, differing.other->interface, other, differing.other->value);
        finding.why = Sentence::of("A kernel hands what arrives to the VXLAN device with just that VNI and drops the rest without a word.");
        finding.fix = Sentence::of("Set the same VNI for all nodes: flannel's Backend.VNI, Calico's vxlanVNI; then let the device be made anew.");
    });
    addVnisSeen(about, findings);
    return findings;
}

} // namespace

constinit const Fault faults::vniMismatch{
    .id = "vni-mismatch",
    .implies = {"one-way-tunnel", "tunnel-port-blocked", "dns-unanswered", "tcp-retransmissions"},
    .find = findVniMismatches,
};

} // namespace vethscope::diagnose
