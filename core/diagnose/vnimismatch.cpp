#include "core/diagnose/faults.h"
#include "core/diagnose/overlayvalues.h"

// Two ends of one VXLAN overlay with different VNIs: what arrives finds no device (RFC 7348, section 5), and nobody is told. Windows wants
// 4096 or more, where Linux has 1.

namespace vethscope::diagnose {
namespace {

// Where one overlay has one VNI, as flannel's and Calico's have; what leads to many networks has many.
void addVnisSeen(const Case &about, Findings &findings)
{
    const auto isToOnePort = [](const SeenAlone &ends) { return !ends.there->ports.empty() && !ends.back->ports.empty() && ends.there->ports.begin()->first == ends.back->ports.begin()->first; };
    addDifferingSeen(about, &TunnelPair::vnis, isToOnePort, [](Finding &finding, std::uint64_t there, std::uint64_t back) {
        finding.title = Sentence::of("{} sends with VNI {}, {} sends back with {}, and neither arrives", finding.subject.nodes[0], there, finding.subject.nodes[1], back);
        finding.why = Sentence::of("A kernel hands what arrives to the VXLAN device with just that VNI and drops the rest without a word.");
        finding.fix = Sentence::of("Set the same VNI for all nodes: flannel's Backend.VNI, Calico's vxlanVNI; then let the device be made anew.");
        exclude(finding, "vxlan-port-mismatch", {}, finding.proof.frames);
    }, findings);
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
