#include "core/diagnose/exchanges.h"
#include "core/diagnose/faults.h"
#include "core/diagnose/rehearsedends.h"
#include "core/diagnose/traffic.h"
#include "core/journey/tupleends.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <tuple>

// Two pods behind one bridge, one of which answers for a service: without br_netfilter the answer passes the bridge without meeting conntrack, keeps
// the pod's own address, and the client refuses it. From another node the same service works.

namespace vethscope::diagnose {
namespace {

// Answers from an endpoint's own address to who had asked the service from that port.
void addUntranslated(const Traffic &traffic, const RehearsedEnd &end, Proof &proof)
{
    const ClusterService &service = *end.packet->service;
    std::set<std::tuple<IpAddress, std::uint16_t, std::uint8_t>> askers; // by address, port and protocol
    for (const journey::Tuple &tuple : traffic.journeys().sightings.tuples)
        if (std::ranges::find(service.addresses, tuple.destination) != service.addresses.end())
            askers.emplace(tuple.source, tuple.sourcePort, tuple.protocol);
    for (const journey::Journey &journey : traffic.journeys().all) {
        const journey::Sighting &last = journey.hops.back().first();
        const journey::Tuple &tuple = traffic.tupleOf(last);
        const bool isEndpoints = std::ranges::find(service.endpoints, tuple.source, &EndpointFact::address) != service.endpoints.end();
        if (isEndpoints && tuple.hasPorts() && askers.contains({tuple.destination, tuple.destinationPort, tuple.protocol}))
            proof.addFrame(last.row);
    }
}

// Whether it came as it was sent, by a bridge: no router has taken it on (usual first TTLs).
bool isBridged(const journey::Journey &journey)
{
    const std::uint8_t arrived = journey.hops.back().timeToLive;
    return arrived == 64 || arrived == 128 || arrived == 255;
}

// The same by captures alone: who asked one address, was answered by another to which it had been translated, and reset that; and no answer came translated back.
void addUntranslatedSeen(const Traffic &traffic, Findings &findings)
{
    forEachReset(traffic, [&](const journey::Sighting &reset, const journey::Tuple &tuple, const Exchanges &exchanges) {
        const auto asked = exchanges.arrivedAs(tuple), answered = exchanges.arrivedAs(turned(tuple));
        if (!asked || !answered || traffic.tupleOf(answered->hops.front().first()) != turned(tuple) || exchanges.translatedFrom(tuple.destination, tuple.destinationPort, tuple.source, tuple.sourcePort))
            return;
        const journey::Tuple &service = traffic.tupleOf(asked->hops.front().first());
        if (!isBridged(*answered) || service.destination == tuple.destination || service.source != tuple.source || service.sourcePort != tuple.sourcePort)
            return;
        Finding finding;
        finding.title = Sentence::of("{} asks {}, is answered by {} itself, and resets that", tuple.source.text(), service.destination.text(), tuple.destination.text());
        finding.why = Sentence::of("No answer gets the service's address back. So it is where both pods are behind one bridge whose packets do not meet conntrack: br_netfilter is off.");
        finding.fix = Sentence::of("On that node: modprobe br_netfilter, sysctl -w net.bridge.bridge-nf-call-iptables=1, and keep both in /etc/modules-load.d and /etc/sysctl.d.");
        finding.confirm = "sysctl net.bridge.bridge-nf-call-iptables";
        finding.subject.address = service.destination.text();
        if (const explain::Point &place = traffic.points()[reset.point].place; !place.node.empty())
            finding.subject.nodes = {place.node};
        finding.proof.addFrame(asked->hops.front().first().row);
        finding.proof.addFrame(answered->hops.back().first().row);
        finding.proof.addFrame(reset.row);
        findings.push_back(std::move(finding));
    });
}

Findings findUntranslatedAnswers(const Case &about)
{
    Findings findings;
    if (about.traffic() && about.nodes().empty())
        addUntranslatedSeen(*about.traffic(), findings);
    for (const RehearsedEnd &end : rehearsedEnds(about, path::Disposition::AnswerUntranslated)) {
        const ClusterNode *const node = about.cluster().node(end.from());
        const Known<std::string> calls = node ? node->net.setting("net.bridge.bridge-nf-call-iptables") : Known<std::string>();
        if (!end.packet->service || !calls || *calls != "0")
            continue;
        Finding finding;
        finding.title = Sentence::of("On {}, pods behind the same bridge get no valid answer from services", node->name);
        finding.why = Sentence::of("bridge-nf-call-iptables is 0: answers pass the bridge without being translated back, and come from the pod's address instead of the service's. {} and {} are such.", end.sender(), end.receiver());
        finding.fix = Sentence::of("On {}: modprobe br_netfilter, sysctl -w net.bridge.bridge-nf-call-iptables=1, and keep both in /etc/modules-load.d and /etc/sysctl.d.", node->name);
        finding.confirm = "sysctl net.bridge.bridge-nf-call-iptables";
        finding.subject = {{node->name}, {}, end.packet->from->bridge, {}}; // of all services alike
        finding.proof.add(calls.evidence());
        if (about.traffic())
            addUntranslated(*about.traffic(), end, finding.proof);
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::bridgeNetfilterOff{
    .id = "bridge-netfilter-off",
    .implies = {"tcp-retransmissions", "dns-unanswered", "invalid-reply-reset"},
    .find = findUntranslatedAnswers,
};

} // namespace vethscope::diagnose
