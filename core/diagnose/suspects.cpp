#include "core/diagnose/suspects.h"

#include "core/diagnose/traffic.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace vethscope::diagnose {
namespace {

constexpr std::size_t mostFlows = 2000, mostSuspects = 10, journeysAtOnce = 1024;
constexpr double flowsRead = 0.5; // share of the time, about

using Element = std::tuple<std::string, std::string, std::string>; // node, interface, node at the other end

struct FlowRecord {
    journey::Tuple tuple{};     // as its sender wrote it
    std::size_t packets = 0;
    bool isLost = false, isSentAgain = false;
    std::set<Element> passed{};
    std::set<std::pair<std::uint32_t, std::uint32_t>> ranges{};
};

std::map<std::uint32_t, FlowRecord> flowRecords(const Traffic &traffic, const GoOn &goOn)
{
    std::map<std::uint32_t, FlowRecord> flows;
    const std::size_t all = traffic.journeys().all.size();
    for (std::size_t i = 0; i < all && (i % journeysAtOnce != 0 || goesOn(goOn, flowsRead * static_cast<double>(i) / static_cast<double>(all))); ++i) {
        const journey::Journey &journey = traffic.journeys().all[i];
        const journey::Sighting &first = journey.hops.front().first();
        FlowRecord &flow = flows[journey.flow];
        if (flow.packets++ == 0)
            flow.tuple = traffic.tupleOf(first);
        flow.isLost |= traffic.outcomes()[i].kind == journey::Outcome::Kind::Lost;
        if (flow.tuple.isTcp()) {
            const journey::CloseLook look = traffic.look(journey.hops.front());
            flow.isSentAgain |= look.length > 0 && !flow.ranges.insert({look.sequence, look.length}).second;
        }
        for (const journey::JourneyHop &hop : journey.hops) {
            const explain::Point &place = traffic.points()[hop.point].place;
            flow.passed.insert({place.node, place.interface, {}});
        }
    }
    return flows;
}

bool isAnswered(const std::set<journey::Tuple> &seen, journey::Tuple tuple)
{
    std::swap(tuple.source, tuple.destination);
    if (tuple.hasPorts())
        std::swap(tuple.sourcePort, tuple.destinationPort);
    return seen.contains(tuple);
}

// What a packet of the flow should pass.
std::set<Element> elementsOf(const Case &about, const journey::Tuple &tuple)
{
    std::set<Element> elements;
    const auto from = path::whoIs(about.places(), tuple.source.text()), to = path::whoIs(about.places(), tuple.destination.text());
    if (!from || !to)
        return elements;
    path::Question question{*from, *to, tuple.protocol};
    if (tuple.hasPorts())
        question.port = tuple.destinationPort;
    const std::vector<path::Path> ways = about.predictor().request(question);
    if (ways.empty())
        return elements;
    const std::vector<path::Hop> &hops = ways.front().hops;
    for (std::size_t i = 0; i < hops.size(); ++i) {
        if (!hops[i].node.empty() && hops[i].pod.empty() && !hops[i].interface.empty())
            elements.insert({hops[i].node, hops[i].interface, {}});
        const auto next = std::find_if(hops.begin() + static_cast<std::ptrdiff_t>(i) + 1, hops.end(), [](const path::Hop &hop) { return !hop.node.empty(); });
        if (!hops[i].node.empty() && next != hops.end() && next->node != hops[i].node)
            elements.insert({hops[i].node, {}, next->node});
    }
    return elements;
}

} // namespace

Sentence suspectSentence(const Suspect &suspect)
{
    return suspect.toNode.empty() ? Sentence::of("{} of {}", suspect.interface, suspect.node) : Sentence::of("the way from {} to {}", suspect.node, suspect.toNode);
}

std::vector<Suspect> suspectsOf(const Case &about, const GoOn &goOn)
{
    if (!about.traffic() || about.nodes().empty())
        return {};
    const auto flows = flowRecords(*about.traffic(), goOn);
    const auto &tuples = about.traffic()->journeys().sightings.tuples;
    const std::set<journey::Tuple> seen(tuples.begin(), tuples.end());
    std::map<Element, Suspect> votes;
    std::size_t count = 0;
    for (const auto &[id, flow] : flows) {
        if (++count > mostFlows || !goesOn(goOn, flowsRead + (1 - flowsRead) * static_cast<double>(count) / static_cast<double>(std::min(flows.size(), mostFlows))))
            break;
        const bool isFailed = flow.isLost || (flow.packets >= 2 && !isAnswered(seen, flow.tuple));
        for (const Element &element : elementsOf(about, flow.tuple)) {
            Suspect &suspect = votes[element];
            std::tie(suspect.node, suspect.interface, suspect.toNode) = element;
            if (!isFailed || flow.passed.contains(element))
                ++(flow.isSentAgain && !isFailed ? suspect.slow : suspect.good);
            else
                ++suspect.failed;
        }
    }
    std::vector<Suspect> suspects;
    for (const auto &[element, suspect] : votes)
        if (suspect.failed + suspect.slow > 0)
            suspects.push_back(suspect);
    std::ranges::stable_sort(suspects, [](const Suspect &one, const Suspect &other) {
        return std::tuple(other.failed, other.slow, one.good) < std::tuple(one.failed, one.slow, other.good);
    });
    if (suspects.size() > mostSuspects)
        suspects.resize(mostSuspects);
    return suspects;
}

} // namespace vethscope::diagnose
