#include "core/diagnose/faults.h"
#include "core/diagnose/overlayvalues.h"

// Two ends of one VXLAN overlay that use different UDP ports: what one sends the other has no socket for (RFC 7348, section 4.1: 4789;
// Linux and flannel: 8472). Not so where the ports agree and the VNI does not: vni-mismatch.

namespace vethscope::diagnose {
namespace {

Findings findPortMismatches(const Case &about)
{
    return differingOverlays(about, &Tunnel::port, "vni-mismatch", &Tunnel::vni, [](Finding &finding, const Disagreement<std::uint16_t> &differing, const std::string &node, const std::string &other) {
        finding.title = Sentence::of("{} sends VXLAN to UDP port {}, {} listens on {}", node, differing.one->value, other, differing.other->value);
        finding.why = Sentence::of("A kernel takes VXLAN only on its device's own port: what comes to another one is answered with port unreachable, or not at all.");
        finding.fix = Sentence::of("Give {} on both nodes the same port: flannel's Backend.Port, Calico's vxlanPort; then let the device be made anew.", differing.one->interface);
    });
}

} // namespace

constinit const Fault faults::vxlanPortMismatch{
    .id = "vxlan-port-mismatch",
    .implies = {"one-way-tunnel", "tunnel-port-blocked", "vni-mismatch", "dns-unanswered", "tcp-retransmissions"},
    .find = findPortMismatches,
};

} // namespace vethscope::diagnose
