#include "core/diagnose/faults.h"
#include "core/diagnose/traffic.h"

#include <algorithm>
#include <map>
#include <set>

// TCP segments that were sent again: the same range twice at one point. Copies at several points are one packet's journey, and no retransmission. Told only
// where nothing else explains them.

namespace vethscope::diagnose {
namespace {

using SequenceRange = std::pair<std::uint32_t, std::uint32_t>; // the first byte, the length

struct RangesSeen {
    std::map<SequenceRange, std::uint32_t> first{}; // its row
    std::set<SequenceRange> again{};
    Proof proof{};
};

Findings findRetransmissions(const Case &about)
{
    constexpr std::size_t least = 5, perHundred = 3;
    const Traffic &traffic = *about.traffic();
    std::map<std::pair<std::uint32_t, std::uint16_t>, RangesSeen> flows; // by flow and point
    for (const journey::Journey &journey : traffic.journeys().all) {
        for (const journey::JourneyHop &hop : journey.hops) {
            if (!traffic.tupleOf(hop.first()).isTcp())
                continue;
            const journey::CloseLook one = traffic.look(hop);
            if (one.length == 0)
                continue;
            RangesSeen &seen = flows[{journey.flow, hop.point}];
            const auto [place, isNew] = seen.first.try_emplace({one.sequence, one.length}, one.row);
            if (isNew || traffic.store().time(one.row) == traffic.store().time(place->second) || !seen.again.insert(place->first).second)
                continue;
            seen.proof.addFrame(place->second);
            seen.proof.addFrame(one.row);
        }
    }
    std::map<std::uint32_t, const RangesSeen *> worst;
    for (const auto &[key, seen] : flows)
        if (seen.again.size() >= least && seen.again.size() * 100 >= seen.first.size() * perHundred)
            if (const RangesSeen *&most = worst[key.first]; !most || seen.again.size() > most->again.size())
                most = &seen;
    Findings findings;
    for (const auto &[flow, seen] : worst) {
        const journey::Journey first = traffic.firstOf(flow);
        const journey::Tuple &tuple = traffic.tupleOf(first.hops.front().first());
        Finding finding;
        finding.title = Sentence::of("{} of {} TCP segments from {} to {} were sent again", seen->again.size(), seen->first.size(), tuple.source.text(), tuple.destination.text());
        finding.why = Sentence::of("The sender heard no acknowledgement in time: segments or acknowledgements are lost or late on the way.");
        finding.fix = Sentence::of("Follow one of them with the journey: it shows after which point it was not seen any more.");
        finding.confirm = "ss -ti dst " + tuple.destination.text();
        finding.subject.address = tuple.destination.text();
        finding.proof = seen->proof;
        exclude(finding, "capture-artefact", {}, {seen->proof.frames[0], seen->proof.frames[1]}); // both of one point, and not at once
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

constinit const Fault faults::tcpRetransmissions{
    .id = "tcp-retransmissions",
    .severity = ProblemSeverity::Note,
    .needs = Fault::Needs::Packets,
    .isSymptom = true,
    .find = findRetransmissions,
};

} // namespace vethscope::diagnose
