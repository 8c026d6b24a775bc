#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"

#include <algorithm>

// Tunnelled packets that the underlay carries in fragments: more work for both ends, and lost as a whole with any part. Later fragments have no UDP ports, so
// that firewalls may drop just these.

namespace vethscope::diagnose {
namespace {

Findings findFragmentedTunnels(const Case &about)
{
    Findings findings;
    const Findings causes = faults::tunnelMtuTooLarge.find(about);
    for (const auto &[key, tunnel] : about.traffic()->seen().tunnels) {
        if (tunnel.fragments == 0)
            continue;
        const auto from = about.book().owner(key.from), to = about.book().owner(key.to);
        const std::string sender = from ? about.nodes()[from->node].name : key.from.text(), receiver = to ? about.nodes()[to->node].name : key.to.text();
        Finding finding;
        finding.title = Sentence::of("Tunnelled packets from {} to {} travel in fragments", sender, receiver);
        finding.why = Sentence::of("With the tunnel's headers they are longer than the underlay's MTU, and are cut: each lost part loses all, and later parts show no ports to firewalls.");
        finding.fix = Sentence::of("Take the tunnel's overhead off the MTU of its device and of the pods, on all nodes.");
        finding.confirm = "nstat -az IpFragCreates IpReasmFails";
        if (from && to)
            finding.subject.nodes = {sender, receiver};
        else
            finding.subject.address = key.to.text();
        finding.proof.addFrame(tunnel.fragmentRow);
        for (const Finding &cause : causes)
            if (std::ranges::find(cause.subject.nodes, sender) != cause.subject.nodes.end())
                finding.proof.add(cause.proof.lines);
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::tunnelFragmented{
    .id = "tunnel-fragmented",
    .severity = ProblemSeverity::Warning,
    .needs = Fault::Needs::Packets,
    .find = findFragmentedTunnels,
};

} // namespace vethscope::diagnose
