#include "core/diagnose/faults.h"
#include "core/diagnose/rehearsedends.h"

// A node that is no router: net.ipv4.ip_forward is 0, and all that is not for itself it drops, from its pods and to them.

namespace vethscope::diagnose {
namespace {

Findings findForwardingOff(const Case &about)
{
    Findings findings;
    for (const RehearsedEnd &end : rehearsedEnds(about, path::Disposition::ForwardingOff)) {
        Finding finding;
        finding.title = Sentence::of("{} does not forward packets", end.node->name);
        finding.why = Sentence::of("Forwarding is switched off there: what its pods send to other nodes, and what others send to its pods, is dropped without a word.");
        finding.fix = Sentence::of("On {}: sysctl -w net.ipv4.ip_forward=1 (of IPv6: net.ipv6.conf.all.forwarding=1), and keep it in /etc/sysctl.d.", end.node->name);
        finding.confirm = "sysctl net.ipv4.ip_forward";
        finding.subject = {{end.node->name}, {}, {}, {}};
        finding.proof.add(end.ending().evidence);
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::forwardingOff{
    .id = "forwarding-off",
    .implies = {"tcp-retransmissions", "dns-unanswered", "one-way-tunnel", "tunnel-port-blocked"},
    .find = findForwardingOff,
};

} // namespace vethscope::diagnose
