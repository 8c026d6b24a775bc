#include "core/diagnose/suspects.h"

#include "core/address/ipprotocol.h"
#include "core/diagnose/passages.h"
#include "core/dissect/innermost.h"
#include "core/protocols/protocols.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace vethscope::diagnose {
namespace {

constexpr std::size_t mostFlows = 2000, mostSuspects = 10, journeysAtOnce = 1024;
constexpr double flowsRead = 0.5; // share of the time, about
constexpr std::uint16_t dnsPort = 53;

struct FlowRecord {
    journey::Tuple tuple{}; // as its sender wrote it
    std::size_t packets = 0;
    bool isLost = false, isSentAgain = false, asks = false;
    PointsPassed passed{};                   // by any of its packets
    std::optional<PointsPassed> lostAfter{}; // by the first one that was lost
    std::set<std::pair<std::uint32_t, std::uint32_t>> ranges{};
};

// Whether it waits for an answer: not all of UDP does, nor does an ICMP error.
bool isAsking(const Traffic &traffic, const journey::JourneyHop &hop)
{
    const journey::Tuple &tuple = traffic.tupleOf(hop.first());
    if (tuple.isTcp())
        return true;
    if (tuple.hasPorts())
        return tuple.destinationPort == dnsPort;
    const Frame frame = traffic.store().frame(hop.rows.front());
    const Dissection packet = traffic.dissector().dissect(frame);
    const std::size_t place = innermostOf(packet, {&protocols::icmp, &protocols::icmpv6});
    if (place == LayerView::noLayer)
        return false;
    const Bytes message = LayerView(frame, packet, place).header();
    return !message.empty() && (byteAt(message, 0) == 8 || byteAt(message, 0) == 128); // RFC 792, RFC 4443: echo requests
}

std::map<std::uint32_t, FlowRecord> flowRecords(const Traffic &traffic, const GoOn &goOn)
{
    std::map<std::uint32_t, FlowRecord> flows;
    const std::size_t all = traffic.journeys().all.size();
    for (std::size_t i = 0; i < all && (i % journeysAtOnce != 0 || goesOn(goOn, flowsRead * static_cast<double>(i) / static_cast<double>(all))); ++i) {
        const journey::Journey journey = traffic.journeys().all[i];
        FlowRecord &flow = flows[journey.flow];
        if (flow.packets++ == 0) {
            flow.tuple = traffic.tupleOf(journey.hops.front().first());
            flow.asks = isAsking(traffic, journey.hops.front());
        }
        PointsPassed passed;
        for (const journey::JourneyHop &hop : journey.hops)
            passed.insert(hop.point);
        if (traffic.outcomes()[i].kind == journey::Outcome::Kind::Lost) {
            flow.isLost = true;
            if (!flow.lostAfter)
                flow.lostAfter = passed;
        }
        flow.passed.merge(passed);
        if (flow.tuple.isTcp()) {
            const journey::CloseLook look = traffic.look(journey.hops.front());
            flow.isSentAgain |= look.length > 0 && !flow.ranges.insert({look.sequence, look.length}).second;
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

} // namespace

Sentence suspectSentence(const Suspect &suspect)
{
    if (!suspect.toNode.empty())
        return Sentence::of("the way from {} to {}", suspect.node, suspect.toNode);
    return suspect.interface.empty() ? Sentence::of("the node {}", suspect.node) : Sentence::of("{} of {}", suspect.interface, suspect.node);
}

std::vector<Suspect> suspectsOf(const Case &about, const GoOn &goOn)
{
    if (!about.traffic() || about.nodes().empty())
        return {};
    const auto flows = flowRecords(*about.traffic(), goOn);
    const auto &tuples = about.traffic()->journeys().sightings.tuples;
    const std::set<journey::Tuple> seen(tuples.begin(), tuples.end());
    std::map<Element, Suspect> votes;
    std::map<Element, std::size_t> nearest; // for how many flows it is what came next
    std::size_t count = 0;
    for (const auto &[id, flow] : flows) {
        if (++count > mostFlows || !goesOn(goOn, flowsRead + (1 - flowsRead) * static_cast<double>(count) / static_cast<double>(std::min(flows.size(), mostFlows))))
            break;
        const bool isUnanswered = flow.asks && flow.packets >= 2 && !isAnswered(seen, flow.tuple), isFailed = flow.isLost || isUnanswered;
        const ForetoldWay way(about, flow.tuple);
        const std::size_t reach = isFailed ? way.reach(*about.traffic(), flow.lostAfter.value_or(flow.passed)) : 0;
        std::set<Element> counted; // of a device that sees the packet twice the first time
        const std::vector<Passage> passages = way.passages();
        std::size_t next = std::numeric_limits<std::size_t>::max(); // that was not passed
        for (const Passage &passage : passages)
            if (isFailed && passage.shownBy >= reach)
                next = std::min(next, passage.shownBy);
        for (const Passage &passage : passages) {
            if (!counted.insert(passage.element).second)
                continue;
            Suspect &suspect = votes[passage.element];
            std::tie(suspect.node, suspect.interface, suspect.toNode) = passage.element;
            nearest[passage.element] += passage.shownBy == next ? 1 : 0;
            if (isFailed)
                ++(passage.shownBy < reach ? suspect.good : suspect.failed);
            else
                ++(flow.isSentAgain ? suspect.slow : suspect.good);
        }
    }
    std::vector<Suspect> suspects;
    for (const auto &[element, suspect] : votes)
        if (suspect.failed + suspect.slow > 0)
            suspects.push_back(suspect);
    std::ranges::stable_sort(suspects, [&](const Suspect &one, const Suspect &other) {
        const auto near = [&](const Suspect &suspect) { return nearest.at({suspect.node, suspect.interface, suspect.toNode}); };
        const auto breadth = [](const Suspect &suspect) { return !suspect.toNode.empty() ? 0 : !suspect.interface.empty() ? 1 : 2; };
        return std::tuple(other.failed, one.good, other.slow, near(other), breadth(one)) < std::tuple(one.failed, other.good, one.slow, near(one), breadth(other));
    });
    if (suspects.size() > mostSuspects)
        suspects.resize(mostSuspects);
    return suspects;
}

} // namespace vethscope::diagnose
