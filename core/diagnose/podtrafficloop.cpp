#include "core/diagnose/faults.h"
#include "core/diagnose/rehearsedends.h"
#include "core/diagnose/traffic.h"
#include "core/kernel/routing.h"

#include <algorithm>

// Packets for a pod that go round between nodes until their TTL ends: each sends them on to the other. A copy with the same TTL is none; it was sent
// again, or captured twice.

namespace vethscope::diagnose {
namespace {

void findLoopsForetold(const Case &about, Findings &findings)
{
    for (const RehearsedEnd &end : rehearsedEnds(about, path::Disposition::Loop)) {
        Finding finding;
        finding.title = Sentence::of("What {} sends to {} goes round in circles", end.sender(), end.receiver());
        finding.subject = {{end.node->name}, {}, {}, end.packet->to ? end.packet->to->addresses.front().text() : std::string()};
        finding.proof.add(end.ending().evidence);
        findings.push_back(std::move(finding));
    }
}

// By which route it goes round.
void addRouteTo(const Case &about, const std::string &name, const IpAddress &destination, Proof &proof)
{
    const ClusterNode *const node = about.cluster().node(name);
    if (!node)
        return;
    kernel::Packet packet;
    packet.source = IpAddress::any(destination.isV6());
    packet.destination = destination;
    proof.add(kernel::lookUpRoute(node->net, packet).evidence);
}

void findLoopsSeen(const Case &about, const Traffic &traffic, Findings &findings)
{
    for (const journey::Journey &journey : traffic.journeys().all) {
        for (const journey::JourneyHop &hop : journey.hops) {
            const journey::Sighting &first = hop.first();
            const auto isAgain = [&](const journey::JourneyHop &later) {
                return later.point == hop.point && later.depth == hop.depth && later.tuple == hop.tuple && later.timeToLive + 1 < hop.timeToLive;
            };
            const auto again = std::ranges::find_if(journey.hops, isAgain);
            if (std::ranges::count_if(journey.hops, isAgain) < 2) // a circle goes on
                continue;
            const journey::Tuple &tuple = traffic.tupleOf(first);
            Finding finding;
            finding.title = Sentence::of("A packet for {} came by {} again, its TTL {} instead of {}", tuple.destination.text(), traffic.nameOf(hop.point), again->first().timeToLive, first.timeToLive);
            finding.subject.address = tuple.destination.text();
            if (const std::string &node = traffic.points()[hop.point].place.node; !node.empty())
                finding.subject.nodes = {node};
            finding.proof.addFrame(first.row);
            finding.proof.addFrame(again->first().row);
            exclude(finding, "tcp-retransmissions", {}, {again->first().row}); // what is sent again has the same TTL
            for (const std::string &node : finding.subject.nodes)
                addRouteTo(about, node, tuple.destination, finding.proof);
            findings.push_back(std::move(finding));
            break;
        }
    }
}

Findings findPodLoops(const Case &about)
{
    Findings findings;
    findLoopsForetold(about, findings);
    if (about.traffic())
        findLoopsSeen(about, *about.traffic(), findings);
    for (Finding &finding : findings) {
        finding.why = Sentence::of("Two routers each take the other for the way to this address; every packet passes them again and again until its TTL ends.");
        finding.fix = Sentence::of("Let the node that owns the block hold a blackhole route for it (Calico's does), and take away the stale route on the other.");
        finding.confirm = finding.subject.address.empty() ? "ip route" : "ip route get " + finding.subject.address;
    }
    return findings;
}

} // namespace

constinit const Fault faults::podTrafficLoop{
    .id = "pod-traffic-loop",
    .implies = {"tcp-retransmissions", "dns-unanswered"},
    .find = findPodLoops,
};

} // namespace vethscope::diagnose
