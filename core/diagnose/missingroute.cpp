#include "core/diagnose/faults.h"
#include "core/diagnose/podroutes.h"

// A node that has no route to another one's pods, where others have: nobody wrote it, or somebody took it away. What BGP should have brought
// by a session that is up is bgp-route-absent.

namespace vethscope::diagnose {
namespace {

Findings findMissingRoutes(const Case &about)
{
    Findings findings;
    for (const AbsentRoute &absent : absentRoutes(about)) {
        if (absent.isUp)
            continue;
        const std::string &node = about.nodes()[absent.node].name, &other = about.nodes()[absent.to->node].name;
        Finding finding;
        finding.title = Sentence::of("{} has no route to {}, the pods of {}", node, absent.to->network.text(), other);
        finding.why = Sentence::of("What the pods of {} send there is refused, or leaves by the default route towards a router that knows no pods.", node);
        finding.fix = Sentence::of("Look into the log of the network's agent on {}, and restart it: it writes a route for each node.", node);
        finding.confirm = "ip route get " + absent.to->network.address.text();
        addAbsent(finding, about, absent);
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::missingRoute{
    .id = "missing-route",
    .implies = {"asymmetric-path", "rp-filter-drop", "dns-unanswered", "tcp-retransmissions"},
    .find = findMissingRoutes,
};

} // namespace vethscope::diagnose
