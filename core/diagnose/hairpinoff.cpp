#include "core/diagnose/faults.h"
#include "core/diagnose/rehearsedends.h"
#include "core/diagnose/traffic.h"

#include <algorithm>

// A pod that asks its own service and is chosen by it: the bridge would have to send the packet back by the port that it came from, which it
// does in hairpin mode alone. Other endpoints of the service answer.

namespace vethscope::diagnose {
namespace {

// What the pod sent to its service and was seen for the last time where it entered the node, or on the bridge that was to send it back.
void addReturned(const Traffic &traffic, const RehearsedEnd &end, Proof &proof)
{
    for (std::size_t i = 0; i < traffic.outcomes().size(); ++i) {
        const journey::Journey &journey = traffic.journeys().all[i];
        const journey::Tuple &first = traffic.tupleOf(journey.hops.front().first());
        const explain::Point &last = traffic.points()[journey.hops.back().point].place;
        const bool isFromPod = std::ranges::any_of(end.packet->from->addresses, [&](const Said<IpAddress> &own) { return static_cast<const IpAddress &>(own) == first.source; });
        const bool isToService = std::ranges::find(end.packet->service->addresses, first.destination) != end.packet->service->addresses.end();
        if (isFromPod && isToService && traffic.outcomes()[i].kind != journey::Outcome::Kind::Delivered && last.node == end.node->name && (last.interface == end.packet->from->hostInterface || last.interface == end.packet->from->bridge))
            proof.addFrame(journey.hops.back().first().row);
    }
}

// The same by captures alone: translated to where it came from, and not seen to come back there.
void addHairpinsSeen(const Traffic &traffic, Findings &findings)
{
    for (std::size_t i = 0; i < traffic.outcomes().size(); ++i) {
        const journey::Journey journey = traffic.journeys().all[i];
        const journey::JourneyPoint &begin = traffic.points()[journey.hops.front().point];
        if (journey.hops.size() < 2 || !begin.filter.empty() || begin.dropped.value_or(0) > 0 || std::ranges::count(journey.hops, journey.hops.front().point, &journey::JourneyHop::point) > 1)
            continue;
        const journey::Sighting first = journey.hops.front().first(), last = journey.hops.back().first();
        const journey::Tuple &asked = traffic.tupleOf(first);
        if (asked.destination == asked.source || traffic.tupleOf(last).destination != asked.source)
            continue;
        Finding finding;
        finding.title = Sentence::of("{} does not reach itself by way of {}", asked.source.text(), asked.destination.text());
        finding.why = Sentence::of("The bridge would have to send the packet back by the port that it came from, and that port's hairpin mode is off.");
        finding.fix = Sentence::of("Set hairpinMode of the CNI bridge plugin (flannel: delegate.hairpinMode), and make the pod anew; at once: bridge link set dev VETH hairpin on.");
        finding.confirm = "bridge -d link show";
        finding.subject.address = asked.destination.text();
        if (const explain::Point &place = traffic.points()[last.point].place; !place.node.empty())
            finding.subject.nodes = {place.node};
        finding.proof.addFrame(first.row);
        finding.proof.addFrame(last.row);
        findings.push_back(std::move(finding));
    }
}

Findings findHairpinOff(const Case &about)
{
    Findings findings;
    if (about.traffic() && about.nodes().empty())
        addHairpinsSeen(*about.traffic(), findings);
    for (const RehearsedEnd &end : rehearsedEnds(about, path::Disposition::HairpinOff)) {
        if (!end.packet->service)
            continue;
        Finding finding;
        finding.title = Sentence::of("{} does not reach itself through its service {}", end.sender(), end.receiver());
        finding.why = Sentence::of("The bridge would have to send the packet back by the port that it came from, and that port's hairpin mode is off.");
        finding.fix = Sentence::of("Set hairpinMode of the CNI bridge plugin (flannel: delegate.hairpinMode), and make the pod anew; at once: bridge link set dev {} hairpin on.", end.packet->from->hostInterface);
        finding.confirm = "bridge -d link show dev " + end.packet->from->hostInterface;
        finding.subject = {{end.node->name}, {end.sender()}, end.packet->from->hostInterface, end.packet->service->addresses.front().text()};
        finding.proof.add(end.ending().evidence);
        for (const EndpointFact &endpoint : end.packet->service->endpoints)
            if (std::ranges::any_of(end.packet->from->addresses, [&](const Said<IpAddress> &own) { return static_cast<const IpAddress &>(own) == endpoint.address; }))
                finding.proof.add(endpoint.evidence);
        if (about.traffic())
            addReturned(*about.traffic(), end, finding.proof);
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::hairpinOff{
    .id = "hairpin-off",
    .implies = {"tcp-retransmissions"},
    .find = findHairpinOff,
};

} // namespace vethscope::diagnose
