#pragma once

#include "core/capture/packetstore.h"
#include "core/journey/asking.h"
#include "core/journey/content.h"
#include "core/journey/points.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace vethscope::journey {

/// A packet seen at a capture point.
struct Sighting {
    std::uint32_t row = 0;
    std::uint32_t tuple = 0; // its place in the list of tuples
    std::uint16_t point = 0;
    std::uint8_t timeToLive = 0;
};

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

/// What all unicast IP packets of a store have together.
struct Sightings {
    struct At {
        std::uint16_t point = 0;
        std::uint8_t timeToLive = 0; // the highest there
    };

    std::vector<Tuple> tuples{};           // each once, as they first appear
    std::vector<std::vector<At>> seenAt{}; // of each tuple
    std::vector<std::uint32_t> cut{};      // rows of packets that were cut before what would recognise them
    KnownBy knownBy = KnownBy::TimeStampsToo; // and so are they at every closer look
};

class RowTimes;
class Shares;

/// Puts a glimpse of each packet, or of those in the rows `only`, into `shares`, those of one key into one share. Where `asking` is told to stop, they
/// are good for nothing. Nothing where time stamps are to tell, and a header was cut before them: what is in `shares` is good for nothing then.
std::optional<Sightings> sightingsOf(const PacketStore &store, const Dissector &dissector, const UsualFrames &usualFrames, const JourneyPoints &points, const RowTimes &times, KnownBy knownBy, Shares &shares, Asking &asking,
                      const std::optional<std::vector<std::uint32_t>> &only = {});

/// Looks at frames once more. All that it is made with outlives it.
class Looker
{
public:
    Looker(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, KnownBy knownBy, const UsualFrames *usualFrames = nullptr)
        : m_store(store), m_reader(dissector, knownBy, usualFrames), m_points(points)
    {
    }

    CloseLook at(std::uint32_t row, std::uint32_t tuple);
    /// Nothing where there is no unicast IP packet.
    std::optional<Tuple> tupleAt(std::uint32_t row);

private:
    const PacketStore &m_store;
    ContentReader m_reader;
    const JourneyPoints &m_points;
};

} // namespace vethscope::journey
