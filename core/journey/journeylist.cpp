#include "core/journey/journeylist.h"

#include <algorithm>

namespace vethscope::journey {

Journey JourneyList::operator[](std::size_t place) const
{
    const std::size_t stored = m_order[place];
    Journey journey{.flow = m_journeys[stored].flow};
    journey.hops.reserve(endOf(stored) - m_journeys[stored].firstHop);
    for (std::size_t i = m_journeys[stored].firstHop; i < endOf(stored); ++i) {
        const Hop &hop = m_hops[i];
        journey.hops.push_back({hop.point, hop.timeToLive, hop.depth, hop.tuple, std::span(m_rows).subspan(hop.firstRow, endOfHop(i) - hop.firstRow)});
    }
    return journey;
}

void JourneyList::expect(std::size_t frames)
{
    m_rows.reserve(frames);
    m_hops.reserve(frames); // of which no more is used than there are
}

void JourneyList::add(std::uint32_t flow, const Packet &packet)
{
    m_order.push_back(static_cast<std::uint32_t>(m_journeys.size()));
    m_journeys.push_back({static_cast<std::uint32_t>(m_hops.size()), flow});
    for (const PacketHop &hop : packet.hops) {
        const CloseLook &first = hop.first();
        m_hops.push_back({static_cast<std::uint32_t>(m_rows.size()), first.tuple, first.point, first.timeToLive, first.depth});
        for (const CloseLook &one : hop.sightings)
            m_rows.push_back(one.row);
    }
}

void JourneyList::sort()
{
    std::ranges::stable_sort(m_order, {}, [&](std::uint32_t stored) { return m_rows[m_hops[m_journeys[stored].firstHop].firstRow]; });
}

void JourneyList::rearrange(std::size_t place, const Journey &journey)
{
    std::vector<std::uint32_t> rows;
    std::size_t hop = m_journeys[m_order[place]].firstHop;
    const std::size_t begin = m_hops[hop].firstRow;
    for (const JourneyHop &one : journey.hops) {
        m_hops[hop++] = {static_cast<std::uint32_t>(begin + rows.size()), one.tuple, one.point, one.timeToLive, one.depth};
        rows.insert(rows.end(), one.rows.begin(), one.rows.end());
    }
    std::ranges::copy(rows, m_rows.begin() + static_cast<std::ptrdiff_t>(begin));
}

std::size_t JourneyList::memory() const
{
    return m_rows.capacity() * sizeof(std::uint32_t) + m_hops.capacity() * sizeof(Hop) + m_journeys.capacity() * sizeof(Stored) + m_order.capacity() * sizeof(std::uint32_t);
}

} // namespace vethscope::journey
