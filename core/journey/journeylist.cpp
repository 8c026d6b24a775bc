#include "core/journey/journeylist.h"

#include <algorithm>

namespace vethscope::journey {
Journey JourneyList::operator[](std::size_t place) const
{
    Journey journey;
    read(place, journey);
    return journey;
}

void JourneyList::read(std::size_t place, Journey &journey) const
{
    const std::size_t begin = m_journeys[place].firstHop, end = endOf(place);
    journey.flow = m_journeys[place].flow;
    journey.hops.resize(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
        const Hop &hop = m_hops[i];
        journey.hops[i - begin] = {hop.point, hop.timeToLive, hop.depth, hop.tuple, std::span(m_rows).subspan(hop.firstRow, endOfHop(i) - hop.firstRow)};
    }
}

void JourneyList::reserve(std::size_t frames)
{
    m_rows.reserve(frames);
    m_hops.reserve(frames); // of which no more is used than there are
}

void JourneyList::add(std::uint32_t flow, const Packet &packet)
{
    m_journeys.push_back({static_cast<std::uint32_t>(m_hops.size()), flow});
    for (const PacketHop &hop : packet.hops) {
        const CloseLook &first = hop.first;
        m_hops.push_back({static_cast<std::uint32_t>(m_rows.size()), first.tuple, first.point, first.timeToLive, first.depth});
        m_rows.push_back(first.row);
        m_rows.insert(m_rows.end(), hop.more.begin(), hop.more.end());
    }
}

void JourneyList::add(std::uint32_t flow, std::span<const SeenHop> hops)
{
    m_journeys.push_back({static_cast<std::uint32_t>(m_hops.size()), flow});
    for (const SeenHop &hop : hops) {
        const Sighting &one = hop.sighting;
        m_hops.push_back({static_cast<std::uint32_t>(m_rows.size()), one.tuple, one.point, one.timeToLive, hop.depth});
        m_rows.push_back(one.row);
    }
}

void JourneyList::rearrange(std::size_t place, const Journey &journey)
{
    std::vector<std::uint32_t> rows;
    std::size_t hop = m_journeys[place].firstHop;
    const std::size_t begin = m_hops[hop].firstRow;
    for (const JourneyHop &one : journey.hops) {
        m_hops[hop++] = {static_cast<std::uint32_t>(begin + rows.size()), one.tuple, one.point, one.timeToLive, one.depth};
        rows.insert(rows.end(), one.rows.begin(), one.rows.end());
    }
    std::ranges::copy(rows, m_rows.begin() + static_cast<std::ptrdiff_t>(begin));
}

std::size_t JourneyList::memory() const
{
    return m_rows.capacity() * sizeof(std::uint32_t) + m_hops.capacity() * sizeof(Hop) + m_journeys.capacity() * sizeof(Stored);
}

} // namespace vethscope::journey
