#include "core/journey/ways.h"

#include <algorithm>

// Hops that clocks cannot tell apart, in the order of the way.

namespace vethscope::journey {
namespace {

constexpr std::int64_t near = 100'000; // nanoseconds: every tap of a kernel reads the clock by itself

// Whether any hop stands elsewhere now.
bool isArranged(Journey &journey, const Way &way, const Journeys &journeys, const PacketStore &store)
{
    const auto belong = [&](const JourneyHop &one, const JourneyHop &other) {
        const bool isOneHost = journeys.hosts[one.point] == journeys.hosts[other.point];
        return isOneHost && store.time(other.rows.front()) - store.time(one.rows.front()) < near && one.timeToLive == other.timeToLive
            && way.placeOf(one.point) && way.placeOf(other.point);
    };
    const auto isBefore = [&](const JourneyHop &one, const JourneyHop &other) { return way.placeOf(one.point) < way.placeOf(other.point); };
    if (std::ranges::equal(journey.hops, way.points, {}, &JourneyHop::point))
        return false;
    bool isChanged = false;
    for (auto begin = journey.hops.begin(); begin != journey.hops.end();) {
        auto end = begin + 1;
        while (end != journey.hops.end() && belong(*begin, *end))
            ++end;
        isChanged = isChanged || !std::is_sorted(begin, end, isBefore);
        std::stable_sort(begin, end, isBefore);
        begin = end;
    }
    return isChanged;
}

} // namespace

void arrange(Journeys &journeys, std::size_t place, Journey &journey, const Ways &ways, const PacketStore &store)
{
    if (!isArranged(journey, ways.of(journey.flow), journeys, store))
        return;
    journeys.all.rearrange(place, journey);
    journeys.all.read(place, journey);
}

} // namespace vethscope::journey
