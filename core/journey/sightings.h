#pragma once

#include "core/capture/packetstore.h"
#include "core/dissect/dissector.h"
#include "core/journey/content.h"
#include "core/journey/points.h"

#include <functional>
#include <vector>

namespace vethscope::journey {

/// A packet seen at a capture point.
struct Sighting {
    std::uint32_t row = 0;
    std::uint32_t tuple = 0; // its place in the list of tuples
    std::uint16_t point = 0;
    std::uint16_t id = 0;    // the next ones are as Content has them
    std::uint8_t timeToLive = 0;
    std::uint8_t depth = 0;
    std::uint32_t link = 0;
    std::uint32_t digest = 0;
    std::uint32_t length = 0;
    std::uint32_t sequence = 0;
    std::uint64_t burst = 0;
    std::uint64_t key = 0;

    /// Whether both came by the same point in the same form: of one packet only what was split, or captured twice, does.
    bool hasShapeOf(const Sighting &other) const
    {
        return point == other.point && tuple == other.tuple && timeToLive == other.timeToLive && depth == other.depth && link == other.link;
    }
};

/// All unicast IP packets of a store, in the order of its rows.
struct Sightings {
    std::vector<Sighting> all{};
    std::vector<Tuple> tuples{};            // each once, as they first appear
    std::vector<std::uint32_t> cut{};       // rows of packets that were cut before what would recognise them,
    std::vector<std::uint32_t> cutTuples{}; // and their tuples
};

/// `goOn` is asked now and then on the calling thread; where it says no, there are none.
Sightings sightingsOf(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const std::function<bool(std::size_t row)> &goOn = {});

} // namespace vethscope::journey
