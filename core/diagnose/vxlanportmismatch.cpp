#include "core/diagnose/faults.h"
#include "core/diagnose/overlayvalues.h"

// Two ends of one VXLAN overlay that use different UDP ports: what one sends the other has no socket for (RFC 7348, section 4.1: 4789;
// Linux and flannel: 8472). Not so where the ports agree and the VNI does not: vni-mismatch.

namespace vethscope::diagnose {
namespace {

// A VXLAN device sends to the port that it listens on itself.
void addPortsSeen(const Case &about, Findings &findings)
{
    const auto isVxlan = [](const SeenAlone &ends) { return ends.there->tunnel == "vxlan"; };
    addDifferingSeen(about, &TunnelPair::ports, isVxlan, [](Finding &finding, std::uint64_t there, std::uint64_t back) {
        finding.title = Sentence::of("{} sends VXLAN to UDP port {}, {} sends back to {}, and neither arrives", finding.subject.nodes[0], there, finding.subject.nodes[1], back);
        finding.why = Sentence::of("A kernel takes VXLAN only on its device's own port: what comes to another one is answered with port unreachable, or not at all.");
        finding.fix = Sentence::of("Give the tunnel's device the same port on both nodes: flannel's Backend.Port, Calico's vxlanPort; then let the device be made anew.");
    }, findings);
}

Findings findPortMismatches(const Case &about)
{
    Findings findings = differingOverlays(about, &Tunnel::port, "vni-mismatch", &Tunnel::vni, [](Finding &finding, const Disagreement<std::uint16_t> &differing, const std::string &node, const std::string &other) {
        finding.title = Sentence::of("{} sends VXLAN to UDP port {}, {} listens on {}", node, differing.one->value, other, differing.other->value);
        finding.why = Sentence::of("A kernel takes VXLAN only on its device's own port: what comes to another one is answered with port unreachable, or not at all.");
        finding.fix = Sentence::of("Give {} on both nodes the same port: flannel's Backend.Port, Calico's vxlanPort; then let the device be made anew.", differing.one->interface);
    });
    addPortsSeen(about, findings);
    return findings;
}

} // namespace

constinit const Fault faults::vxlanPortMismatch{
    .id = "vxlan-port-mismatch",
    .implies = {"one-way-tunnel", "tunnel-port-blocked", "vni-mismatch", "dns-unanswered", "tcp-retransmissions"},
    .find = findPortMismatches,
};

} // namespace vethscope::diagnose
