#include "core/diagnose/lostbysize.h"

#include <algorithm>
#include <limits>
#include <map>

namespace vethscope::diagnose {
namespace {

constexpr std::uint32_t fullSize = 1000, largestSegment = 1600; // bytes; underlays with jumbo frames have segments that look like super-frames

std::uint32_t sizeOf(const Traffic &traffic, const journey::JourneyHop &hop)
{
    std::uint32_t size = 0;
    for (const std::uint32_t row : hop.rows)
        size = std::max(size, traffic.store().frame(row).originalLength);
    return size;
}

} // namespace

std::vector<LostBySize> flowsLostBySize(const Traffic &traffic)
{
    std::map<std::uint32_t, LostBySize> flows;
    const auto &journeys = traffic.journeys().all;
    for (std::size_t i = 0; i < journeys.size(); ++i) {
        if (traffic.outcomes()[i].kind != journey::Outcome::Kind::Lost)
            continue;
        const journey::Journey journey = journeys[i];
        LostBySize &flow = flows[journey.flow];
        const std::uint32_t size = sizeOf(traffic, journey.hops.back());
        flow.smallestLost = flow.lost++ == 0 ? size : std::min(flow.smallestLost, size);
        flow.onlySuperFrames &= size > largestSegment;
        flow.lastPoint = journey.hops.back().point;
        flow.rows.push_back(journey.hops.back().rows.front());
        if (!flow.outcome)
            flow.outcome = &traffic.outcomes()[i];
    }
    for (std::size_t i = 0; i < journeys.size(); ++i) {
        const journey::Journey journey = journeys[i];
        const auto flow = flows.find(journey.flow);
        if (flow == flows.end() || traffic.outcomes()[i].kind == journey::Outcome::Kind::Lost)
            continue;
        const auto passed = std::ranges::find(journey.hops, flow->second.lastPoint, &journey::JourneyHop::point);
        const std::uint32_t size = passed != journey.hops.end() && passed + 1 != journey.hops.end() ? sizeOf(traffic, *passed) : 0;
        if (size > flow->second.largestPassed) {
            flow->second.largestPassed = size;
            flow->second.passedRow = passed->rows.front();
        }
    }
    std::vector<LostBySize> found;
    for (auto &[id, flow] : flows) {
        flow.flow = id;
        if (flow.lost >= 2 && flow.largestPassed > 0 && flow.smallestLost >= fullSize && flow.smallestLost > flow.largestPassed)
            found.push_back(std::move(flow));
    }
    return found;
}

} // namespace vethscope::diagnose
