#include "core/diagnose/faults.h"
#include "core/diagnose/overlayvalues.h"

// Two ends of one VXLAN overlay with different VNIs: what arrives finds no device (RFC 7348, section 5), and nobody is told. Windows wants
// 4096 or more, where Linux has 1.

namespace vethscope::diagnose {
namespace {

Findings findVniMismatches(const Case &about)
{
    return differingOverlays(about, &Tunnel::vni, "vxlan-port-mismatch", &Tunnel::port, [](Finding &finding, const Disagreement<std::uint32_t> &differing, const std::string &node, const std::string &other) {
        finding.title = Sentence::of("{} on {} has VNI {}, {} on {} has {}", differing.one->interface, node, differing.one->value, differing.other->interface, other, differing.other->value);
        finding.why = Sentence::of("A kernel hands what arrives to the VXLAN device with just that VNI and drops the rest without a word.");
        finding.fix = Sentence::of("Set the same VNI for all nodes: flannel's Backend.VNI, Calico's vxlanVNI; then let the device be made anew.");
    });
}

} // namespace

constinit const Fault faults::vniMismatch{
    .id = "vni-mismatch",
    .implies = {"one-way-tunnel", "tunnel-port-blocked", "dns-unanswered", "tcp-retransmissions"},
    .find = findVniMismatches,
};

} // namespace vethscope::diagnose
