#include "core/diagnose/disagreement.h"
#include "core/diagnose/faults.h"
#include "core/diagnose/overlays.h"

// Two ends of one VXLAN overlay with different VNIs: what arrives finds no device (RFC 7348, section 5), and nobody is told. Windows wants
// 4096 or more, where Linux has 1.

namespace vethscope::diagnose {
namespace {

Findings findVniMismatches(const Case &about)
{
    Findings findings;
    for (const std::vector<TunnelEnd> &overlay : vxlanOverlays(about)) {
        std::vector<Held<std::uint32_t>> numbers;
        for (const TunnelEnd &end : overlay)
            if (end.device->tunnel && end.device->tunnel->vni)
                numbers.push_back({end.node, end.device->name, *end.device->tunnel->vni, end.device->tunnel->vni.evidence()});
        for (const auto &differing : disagreements(numbers)) {
            const std::string &node = about.nodes()[differing.one->node].name, &other = about.nodes()[differing.other->node].name;
            Finding finding;
            finding.title = Sentence::of("{} on {} has VNI {}, {} on {} has {}", differing.one->interface, node, differing.one->value, differing.other->interface, other, differing.other->value);
            finding.why = Sentence::of("A kernel hands what arrives to the VXLAN device with just that VNI and drops the rest without a word.");
            finding.fix = Sentence::of("Set the same VNI for all nodes: flannel's Backend.VNI, Calico's vxlanVNI; then let the device be made anew.");
            finding.confirm = "ip -d link show " + differing.one->interface;
            finding.subject.interface = differing.one->interface;
            for (const std::size_t place : differing.nodes())
                finding.subject.nodes.push_back(about.nodes()[place].name);
            finding.proof.add(differing.lines());
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace

constinit const Fault faults::vniMismatch{
    .id = "vni-mismatch",
    .implies = {"one-way-tunnel", "tunnel-port-blocked", "dns-unanswered", "tcp-retransmissions"},
    .find = findVniMismatches,
};

} // namespace vethscope::diagnose
