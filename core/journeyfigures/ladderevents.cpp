#include "core/journeyfigures/ladderevents.h"

#include "core/journeyfigures/ladderparts.h"

#include <algorithm>
#include <cmath>

namespace vethscope {
namespace {

constexpr double nextHop = 17, perDecade = 5, mostApart = 44; // between one event and the next

} // namespace

std::vector<LadderEvent> ladderEvents(const journey::Followed &followed, const std::vector<std::size_t> &journeys, const std::function<double(std::uint16_t point)> &x, double top)
{
    std::vector<LadderEvent> events;
    for (std::size_t one = 0; one < journeys.size(); ++one) {
        const journey::Journey journey = followed.all()[journeys[one]];
        std::int64_t latest = 0;
        for (std::size_t hop = 0; hop < journey.hops.size(); ++hop) {
            const std::int64_t time = followed.time(journey.hops[hop]);
            latest = hop == 0 ? time : std::max(latest, time); // clocks of hosts are not that exact
            events.push_back({one, hop, latest, {x(journey.hops[hop].point), 0}});
        }
    }
    std::ranges::stable_sort(events, {}, &LadderEvent::time);
    double y = top;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const double micro = i == 0 ? 0 : static_cast<double>(events[i].time - events[i - 1].time) / 1000;
        y += std::min((events[i].hop == 0 ? ladderNextPacket : nextHop) + perDecade * std::log10(1 + micro), mostApart);
        events[i].at.y = y;
    }
    return events;
}

} // namespace vethscope
