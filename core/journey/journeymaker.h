#pragma once

#include "core/journey/journey.h"
#include "core/journey/order.h"

#include <compare>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace vethscope::journey {

/// Some glimpses by flows and keys: their frames are looked at in the order of rows, and what was seen is taken in this one.
class ByFlow
{
public:
    ByFlow(std::span<const Glimpse> glimpses, const std::vector<std::uint32_t> &flows);

    struct Place {
        std::uint64_t flowAndBurst = 0, restAndIndex = 0;

        std::uint32_t flow() const { return static_cast<std::uint32_t>(flowAndBurst >> 32); }
        std::size_t index() const { return restAndIndex & 0xffff'ffff; } // in `glimpses`
        bool isAlike(const Place &other) const { return flowAndBurst == other.flowAndBurst && restAndIndex >> 32 == other.restAndIndex >> 32; }
        auto operator<=>(const Place &) const = default;
    };

    /// Calls `work` with the places of those of one flow and one key, which are in the order of their rows.
    template <typename Work>
    void forEachAlike(Work work) const
    {
        for (auto begin = m_places.begin(); begin != m_places.end();) {
            auto end = begin + 1;
            while (end != m_places.end() && end->isAlike(*begin))
                ++end;
            work(std::span(begin, end));
            begin = end;
        }
    }

private:
    std::vector<Place> m_places;
};

/// Makes the journeys of glimpses, when the clocks are known. All that it is made with outlives it.
class JourneyMaker
{
public:
    JourneyMaker(const PacketStore &store, const Looker &looker, const Journeys &journeys, const HostOrder &hosts) : m_store(store), m_looker(looker), m_journeys(journeys), m_hosts(hosts) {}

    /// In no order. The glimpses are in the order of rows; all of a flow's burst are among them, or none.
    JourneyList make(std::span<const Glimpse> glimpses);

private:
    using Timed = std::pair<std::int64_t, CloseLook>; // by the corrected clock

    void add(std::span<const ByFlow::Place> alike);
    void addAlike(std::span<const Timed> alike, std::uint32_t flow);
    void keepBurst(std::uint32_t flow);
    void keep(std::uint32_t flow, Packet &packet);

    const PacketStore &m_store;
    Looker m_looker;
    const Journeys &m_journeys;
    const HostOrder &m_hosts;
    JourneyList m_list;
    std::vector<Timed> m_all; // as the glimpses are
    std::vector<Timed> m_timed;
    std::vector<CloseLook> m_sightings;
    std::vector<std::int64_t> m_times;
    std::vector<Packet> m_burst; // packets of one flow that may be parts of one super-frame
};

} // namespace vethscope::journey
