#pragma once

#include "core/journey/clocks.h"
#include "core/journey/journeylist.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <vector>

namespace vethscope::journey {

/// All journeys of some captures.
struct Journeys {
    Sightings sightings{};              // without `all`, of which the journeys are made
    std::vector<std::uint32_t> flows{}; // of each tuple
    std::vector<std::size_t> hosts{};   // of each point, as the clocks count them
    HostClocks clocks{};
    JourneyList all{};                  // by their first sighting

    /// Of the packet as it was first seen.
    const Tuple &tupleOf(const Journey &journey) const { return sightings.tuples[journey.hops.front().tuple]; }
    /// Flows are numbered from 0 on.
    std::size_t flowCount() const { return flows.empty() ? 0 : std::ranges::max(flows) + std::size_t{1}; }
};

/// `goOn` is asked now and then on the calling thread, with the frames that are done: all are read, and then looked at once more, twice as many
/// as there are. Where it says no, there are no journeys.
Journeys journeysOf(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const path::Places &places,
                    const std::function<bool(std::size_t frames)> &goOn = {});
/// For who asks for the packet in one row alone, many times as quick: its flow and what comes back are as among all (flowsneeded.h); of other packets
/// there are some, or none.
Journeys journeysOfOne(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const path::Places &places, std::uint32_t row,
                                      const std::function<bool(std::size_t frames)> &goOn = {});

} // namespace vethscope::journey
