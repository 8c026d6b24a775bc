#pragma once

#include "core/capture/packetstore.h"
#include "core/journey/asking.h"
#include "core/journey/content.h"
#include "core/journey/points.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace vethscope::journey {

/// A packet seen at a capture point.
struct Sighting {
    std::uint32_t row = 0;
    std::uint32_t tuple = 0; // its place in the list of tuples
    std::uint16_t point = 0;
    std::uint8_t timeToLive = 0;
};

/// What is kept of each of millions of packets until journeys are made of them: what brings alike ones together.
struct Glimpse {
    std::uint32_t row = 0;
    std::uint32_t tuple = 0;
    std::uint32_t rest = 0;       // of what Content has as its key: the lower half, and above it
    std::uint32_t burst : 24 = 0; // what TCP data of one burst have alike
    std::uint32_t timeToLive : 8 = 0;
    std::uint16_t id = 0;         // IPv4's; 0: none
    std::uint8_t depth = 0;       // tunnels around it
    bool hasData : 1 = false;     // TCP's
    bool hasDigest : 1 = false;

    std::uint64_t key() const { return std::uint64_t{burst} << 32 | rest; }
};
static_assert(sizeof(Glimpse) == 20);

/// A sighting with all that tells it from others that are alike, as Content has it.
struct CloseLook : Sighting {
    std::uint16_t id = 0;
    std::uint8_t depth = 0;
    std::uint32_t link = 0;
    std::uint32_t digest = 0;
    std::uint32_t length = 0;
    std::uint32_t sequence = 0;
    std::uint64_t burst = 0;
    std::uint64_t key = 0;

    /// Whether both came by the same point in the same form: of one packet only what was split, or captured twice, does.
    bool hasShapeOf(const CloseLook &other) const
    {
        return point == other.point && tuple == other.tuple && timeToLive == other.timeToLive && depth == other.depth && link == other.link;
    }
};

/// All unicast IP packets of a store.
struct Sightings {
    struct At {
        std::uint16_t point = 0;
        std::uint8_t timeToLive = 0; // the highest there
    };

    std::vector<Glimpse> all{};            // in the order of rows
    std::vector<Tuple> tuples{};           // each once, as they first appear
    std::vector<std::vector<At>> seenAt{}; // of each tuple
    std::vector<std::uint32_t> cut{};      // rows of packets that were cut before what would recognise them
};

/// Where `asking` is told to stop, there are none.
Sightings sightingsOf(const PacketStore &store, const Dissector &dissector, const UsualFrames &usualFrames, const JourneyPoints &points, Asking &asking);

/// Looks at frames once more. All that it is made with outlives it.
class Looker
{
public:
    Looker(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const UsualFrames *usualFrames = nullptr)
        : m_store(store), m_reader(dissector, usualFrames), m_points(points)
    {
    }

    CloseLook at(std::uint32_t row, std::uint32_t tuple);
    CloseLook at(const Glimpse &glimpse) { return at(glimpse.row, glimpse.tuple); }
    /// Asks the processor for the frame, which will be looked at soon.
    void expect(const Glimpse &glimpse) const { m_store.expect(glimpse.row); }

private:
    const PacketStore &m_store;
    ContentReader m_reader;
    const JourneyPoints &m_points;
};

} // namespace vethscope::journey
