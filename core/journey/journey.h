#pragma once

#include "core/journey/clocks.h"
#include "core/journey/sightings.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vethscope::journey {

/// One packet at one point: several frames where a super-frame is segments here.
struct JourneyHop {
    std::uint16_t point = 0;
    std::vector<Sighting> sightings{}; // never empty, in their order

    const Sighting &first() const { return sightings.front(); }
};

/// One unicast IP packet, and all points that saw it, in the order in which it passed them.
struct Journey {
    std::uint32_t flow = 0;
    std::vector<JourneyHop> hops{};
};

/// All journeys of some captures.
struct Journeys {
    Sightings sightings{};
    std::vector<std::uint32_t> flows{}; // of each tuple
    std::vector<std::size_t> hosts{};   // of each point, as the clocks count them
    HostClocks clocks{};
    std::vector<Journey> all{};         // by their first sighting
};

/// `goOn` is asked now and then, with the row that is read, or behind the last one; where it says no, the journeys are good for nothing.
Journeys journeysOf(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const path::Places &places,
                    const std::function<bool(std::size_t row)> &goOn = {});

} // namespace vethscope::journey
