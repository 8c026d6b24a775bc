#include "core/diagnose/disagreement.h"
#include "core/diagnose/faults.h"
#include "core/diagnose/overlays.h"

// Two ends of one VXLAN overlay that use different UDP ports: what one sends the other has no socket for (RFC 7348, section 4.1: 4789;
// Linux and flannel: 8472). Not so where the ports agree and the VNI does not: vni-mismatch.

namespace vethscope::diagnose {
namespace {

Findings findPortMismatches(const Case &about)
{
    Findings findings;
    for (const std::vector<TunnelEnd> &overlay : vxlanOverlays(about)) {
        std::vector<Held<std::uint16_t>> ports;
        for (const TunnelEnd &end : overlay)
            if (end.device->tunnel && end.device->tunnel->port)
                ports.push_back({end.node, end.device->name, *end.device->tunnel->port, end.device->tunnel->port.evidence()});
        for (const auto &differing : disagreements(ports)) {
            const std::string &node = about.nodes()[differing.one->node].name, &other = about.nodes()[differing.other->node].name;
            Finding finding;
            finding.title = Sentence::of("{} sends VXLAN to UDP port {}, {} listens on {}", node, differing.one->value, other, differing.other->value);
            finding.why = Sentence::of("A kernel takes VXLAN only on its device's own port: what comes to another one is answered with port unreachable, or not at all.");
            finding.fix = Sentence::of("Give {} on both nodes the same port: flannel's Backend.Port, Calico's vxlanPort; then let the device be made anew.", differing.one->interface);
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

constinit const Fault faults::vxlanPortMismatch{
    .id = "vxlan-port-mismatch",
    .implies = {"one-way-tunnel", "tunnel-port-blocked", "vni-mismatch", "dns-unanswered", "tcp-retransmissions"},
    .find = findPortMismatches,
};

} // namespace vethscope::diagnose
