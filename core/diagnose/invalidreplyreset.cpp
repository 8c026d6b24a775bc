#include "core/diagnose/exchanges.h"
#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"
#include "core/journey/tupleends.h"

#include <algorithm>
#include <optional>
#include <utility>

// One segment of a connection to a service that comes from the pod's own address: conntrack found it outside of the window, called it INVALID and did not
// translate it. The client, who knows no such connection, resets it. Where no answer is translated at all it is bridge-netfilter-off.

namespace vethscope::diagnose {
namespace {

Findings findInvalidReplies(const Case &about)
{
    Findings findings;
    const Traffic &traffic = *about.traffic();
    forEachReset(traffic, [&](const journey::Sighting &reset, const journey::Tuple &tuple, const Exchanges &exchanges) {
        // What came to the client from there as it was; and by the same two ports what came under another address, as the service's.
        const auto reply = exchanges.arrivedAs(turned(tuple));
        const auto usual = reply ? exchanges.translatedFrom(tuple.destination, tuple.destinationPort, tuple.source, tuple.sourcePort) : std::nullopt;
        if (!usual)
            return;
        Finding finding;
        finding.title = Sentence::of("{} resets a connection that {} answered for {}", tuple.source.text(), tuple.destination.text(), traffic.tupleOf(usual->hops.back().first()).source.text());
        finding.why = Sentence::of("One answer came from the pod's own address instead of the service's: conntrack took it for invalid and did not translate it, and the client knows no such connection.");
        finding.fix = Sentence::of("Drop such packets in FORWARD, as newer kube-proxy does (-m conntrack --ctstate INVALID -j DROP), or set net.netfilter.nf_conntrack_tcp_be_liberal to 1.");
        finding.confirm = "conntrack -S | grep invalid";
        finding.subject.address = tuple.destination.text();
        for (const ClusterService &service : about.cluster().services) // which of its pods it was
            for (const EndpointFact &endpoint : service.endpoints)
                if (endpoint.address == tuple.destination && std::ranges::find(service.addresses, traffic.tupleOf(usual->hops.back().first()).source) != service.addresses.end())
                    finding.proof.add(endpoint.evidence);
        if (const PodNetwork *const pods = about.podNetworkOf(tuple.source))
            finding.subject.nodes = {about.nodes()[pods->node].name};
        finding.proof.addFrame(reply->hops.back().first().row);
        finding.proof.addFrame(reset.row);
        finding.excluded.push_back({"bridge-netfilter-off", {{}, {usual->hops.back().first().row}}});
        findings.push_back(std::move(finding));
    });
    return findings;
}

} // namespace

constinit const Fault faults::invalidReplyReset{
    .id = "invalid-reply-reset",
    .needs = Fault::Needs::Packets,
    .implies = {"tcp-retransmissions"},
    .find = findInvalidReplies,
};

} // namespace vethscope::diagnose
