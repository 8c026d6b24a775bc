#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"

#include <algorithm>
#include <map>

// ARP that nobody answers: three requests and more for one address, and nobody there who has it. Whoever announces or probes an address of his own waits for
// no answer.

namespace vethscope::diagnose {
namespace {

Findings findUnansweredArp(const Case &about)
{
    constexpr std::size_t least = 3;
    const Traffic &traffic = *about.traffic();
    std::map<IpAddress, std::size_t> answered; // at any point
    for (const auto &[key, asked] : traffic.seen().arp)
        answered[key.second] += asked.replies;
    Findings findings;
    std::map<IpAddress, std::size_t> places; // in the findings
    for (const auto &[key, asked] : traffic.seen().arp) {
        const auto &[id, address] = key;
        const journey::JourneyPoint &point = traffic.points()[id];
        if (asked.requests < least || answered[address] > 0 || point.dropped.value_or(0) > 0 || !point.filter.empty())
            continue;
        // Replies are for the asker alone: on a link with switches others do not see them. Who sees but one machine's may be that machine.
        const auto replies = traffic.seen().arpReplied.find({id, asked.asker});
        const bool areSeen = replies != traffic.seen().arpReplied.end();
        if (!traffic.isOwnPoint(id, asked.asker) && (!areSeen || replies->second.from.size() < 2))
            continue;
        Finding finding;
        finding.title = Sentence::of("Nobody answers {}, who asks for {}", asked.asker.text(), address.text());
        finding.why = Sentence::of("{} ARP requests were seen at {} and no reply: no machine on this link has the address, or its answer does not come back.", asked.requests, traffic.nameOf(id));
        finding.fix = Sentence::of("Look who should have this address, whether it is on this link, and which route makes the asker look for it here.");
        finding.confirm = "ip route get " + address.text();
        finding.subject.address = address.text();
        finding.proof.addFrame(asked.row);
        if (areSeen) // replies to the asker are seen here
            exclude(finding, "capture-artefact", {}, {replies->second.row});
        const auto [known, isNew] = places.try_emplace(address, findings.size());
        if (!isNew) { // at another point
            findings[known->second].proof.addFrame(asked.row);
            continue;
        }
        if (about.cluster().node(point.place.node))
            finding.subject.nodes = {point.place.node};
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::arpUnanswered{
    .id = "arp-unanswered",
    .severity = ProblemSeverity::Warning,
    .needs = Fault::Needs::Packets,
    .isSymptom = true,
    .find = findUnansweredArp,
};

} // namespace vethscope::diagnose
