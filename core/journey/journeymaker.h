#pragma once

#include "core/journey/drafts.h"
#include "core/journey/grouping.h"
#include "core/journey/journey.h"
#include "core/journey/order.h"
#include "core/journey/rowtimes.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace vethscope::journey {

/// Makes the journeys of glimpses, when the clocks are known. All that it is made with outlives it.
class JourneyMaker
{
public:
    JourneyMaker(const RowTimes &times, const Looker &looker, const Journeys &journeys, const HostOrder &hosts, Drafts::Writer &drafts)
        : m_times(times), m_looker(looker), m_journeys(journeys), m_hosts(hosts), m_drafts(drafts)
    {
    }

    /// The glimpses are put together; all of a flow's burst are among them, or none.
    void make(std::span<const Glimpse> glimpses);

private:
    // Glimpses of one flow and one key, and what they are put in order by.
    struct Alike {
        std::uint64_t flowAndBurst = 0;
        std::uint32_t begin = 0, end = 0;

        std::uint32_t flow() const { return static_cast<std::uint32_t>(flowAndBurst >> 32); }
    };
    // Where a packet's data stand in its burst.
    struct Data {
        std::uint32_t sequence = 0, length = 0;
    };
    using Timed = std::pair<std::int64_t, CloseLook>; // by the corrected clock

    std::int64_t timeOf(const Glimpse &one) const;
    bool isOneEverywhere(const Alike &alike);
    bool haveNoSuperFrame(std::span<const Alike> burst);
    void addBurst(std::span<const Alike> burst);
    void lookCloser(const Alike &alike);
    void addAlike(std::span<const Timed> alike, std::uint32_t flow);
    void keepBurst(std::uint32_t flow);
    void keep(std::uint32_t flow, Packet &packet);

    const RowTimes &m_times;
    Looker m_looker;
    const Journeys &m_journeys;
    const HostOrder &m_hosts;
    Drafts::Writer &m_drafts;
    std::span<const Glimpse> m_glimpses;
    std::vector<SeenHop> m_hops;
    std::vector<Data> m_data;
    std::vector<Timed> m_timed;
    std::vector<CloseLook> m_sightings;
    std::vector<std::int64_t> m_timesOfAlike;
    std::vector<Packet> m_burst; // packets of one flow that may be parts of one super-frame
};

} // namespace vethscope::journey
