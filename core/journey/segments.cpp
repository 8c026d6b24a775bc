#include "core/journey/segments.h"

#include <algorithm>
#include <functional>

namespace vethscope::journey {
namespace {

const JourneyHop *hopAt(const Journey &journey, std::uint16_t point)
{
    const auto hop = std::ranges::find(journey.hops, point, &JourneyHop::point);
    return hop == journey.hops.end() ? nullptr : &*hop;
}

// The worse it is, the larger.
std::pair<std::size_t, std::int64_t> badnessOf(const Segment &segment)
{
    return {segment.lost, segment.delays ? segment.delays->median : -1};
}

struct Flow {
    std::vector<Journey> journeys{};
    std::vector<Outcome> outcomes{};
};

Segment segmentOf(const Flow &flow, std::uint16_t from, std::uint16_t to, const std::function<std::int64_t(const JourneyHop &)> &time)
{
    Segment segment{.from = from, .to = to};
    std::vector<std::int64_t> delays;
    for (std::size_t i = 0; i < flow.journeys.size(); ++i) {
        const JourneyHop *const departure = hopAt(flow.journeys[i], from), *const arrival = hopAt(flow.journeys[i], to);
        if (!departure)
            continue;
        ++segment.packets;
        if (arrival)
            delays.push_back(time(*arrival) - time(*departure));
        else if (flow.outcomes[i].lostAfter == from)
            ++segment.lost;
        else if (std::ranges::find(flow.outcomes[i].notObserved, to, &NotObserved::point) != flow.outcomes[i].notObserved.end())
            ++segment.notObserved;
    }
    if (!delays.empty())
        segment.delays = delaysOf(std::move(delays));
    return segment;
}

} // namespace

Delays delaysOf(std::vector<std::int64_t> delays)
{
    Delays all;
    if (delays.size() > 1) {
        std::int64_t differences = 0;
        for (std::size_t i = 1; i < delays.size(); ++i)
            differences += std::abs(delays[i] - delays[i - 1]);
        all.jitter = differences / static_cast<std::int64_t>(delays.size() - 1);
    }
    std::ranges::sort(delays);
    all.least = delays.front();
    all.most = delays.back();
    all.median = (delays[(delays.size() - 1) / 2] + delays[delays.size() / 2]) / 2;
    all.longOnes = delays[(delays.size() * 99 + 99) / 100 - 1]; // by nearest rank
    return all;
}

std::vector<FlowSegments> segmentsOf(const PacketStore &store, const Journeys &journeys, const Ways &ways, const std::function<Outcome(const Journey &)> &outcomeOf)
{
    std::map<std::uint32_t, std::vector<std::uint32_t>> flows; // places of journeys
    for (std::size_t place = 0; place < journeys.all.size(); ++place)
        flows[journeys.all.flowOf(place)].push_back(static_cast<std::uint32_t>(place));
    const auto time = [&](const JourneyHop &hop) { return journeys.clocks.corrected(journeys.hosts[hop.point], store.time(hop.rows.front())); };
    std::vector<FlowSegments> all;
    for (const auto &[number, places] : flows) {
        FlowSegments one{journeys.all[places.front()], {}};
        Flow flow;
        for (const std::uint32_t place : places) {
            flow.journeys.push_back(journeys.all[place]);
            flow.outcomes.push_back(outcomeOf(flow.journeys.back()));
        }
        const std::vector<std::uint16_t> &points = ways.of(number).points;
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            one.segments.push_back(segmentOf(flow, points[i], points[i + 1], time));
        std::erase_if(one.segments, [](const Segment &segment) { return segment.packets == 0; });
        std::ranges::stable_sort(one.segments, std::greater(), badnessOf);
        all.push_back(std::move(one));
    }
    std::ranges::stable_sort(all, std::greater(), [](const FlowSegments &one) { return one.segments.empty() ? std::pair(std::size_t{0}, std::int64_t{-2}) : badnessOf(one.segments.front()); });
    return all;
}

} // namespace vethscope::journey
