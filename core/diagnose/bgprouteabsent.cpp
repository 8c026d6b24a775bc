#include "core/diagnose/faults.h"
#include "core/diagnose/podroutes.h"

// A BGP session that is up, and no route to the pods behind it: the peer does not announce its block, a filter takes it away, or a reflector
// does not pass it on (RFC 4456). Where the session is down that is the cause: bgp-session-down.

namespace vethscope::diagnose {
namespace {

Findings findAbsentBgpRoutes(const Case &about)
{
    Findings findings;
    for (const AbsentRoute &absent : absentRoutes(about)) {
        if (!absent.isUp)
            continue;
        const std::string &node = about.nodes()[absent.node].name, &other = about.nodes()[absent.to->node].name;
        Finding finding;
        finding.title = Sentence::of("{} has no route to {}, the pods of {}, although its BGP session with {} is up", node, absent.to->network.text(), other, absent.session->peer.text());
        finding.why = Sentence::of("The peer does not announce this network, a filter takes it away, or a route reflector does not pass it on.");
        finding.fix = Sentence::of("Compare birdc show route export on {} with birdc show route all on {}; look at filters, at the pool's disableBGPExport and at routeReflectorClusterID.", other, node);
        finding.confirm = "birdc show route for " + absent.to->network.text() + " all";
        addAbsent(finding, about, absent);
        finding.proof.add(absent.session->evidence);
        finding.excluded.push_back({"bgp-session-down", {{absent.session->evidence}, {}}});
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::bgpRouteAbsent{
    .id = "bgp-route-absent",
    .implies = {"asymmetric-path", "rp-filter-drop", "tcp-retransmissions"},
    .find = findAbsentBgpRoutes,
};

} // namespace vethscope::diagnose
