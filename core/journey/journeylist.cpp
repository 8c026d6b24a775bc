#include "core/journey/journeylist.h"

#include "core/threads/parts.h"

#include <algorithm>
#include <utility>

namespace vethscope::journey {
namespace {

constexpr std::size_t journeysAtOnce = 4096;

} // namespace

Journey JourneyList::operator[](std::size_t place) const
{
    Journey journey{.flow = m_journeys[place].flow};
    journey.hops.reserve(endOf(place) - m_journeys[place].firstHop);
    for (std::size_t i = m_journeys[place].firstHop; i < endOf(place); ++i) {
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
    m_journeys.push_back({static_cast<std::uint32_t>(m_hops.size()), flow});
    for (const PacketHop &hop : packet.hops) {
        const CloseLook &first = hop.first;
        m_hops.push_back({static_cast<std::uint32_t>(m_rows.size()), first.tuple, first.point, first.timeToLive, first.depth});
        m_rows.push_back(first.row);
        m_rows.insert(m_rows.end(), hop.more.begin(), hop.more.end());
    }
}

void JourneyList::add(const JourneyList &others)
{
    const auto rows = static_cast<std::uint32_t>(m_rows.size()), hops = static_cast<std::uint32_t>(m_hops.size());
    m_rows.insert(m_rows.end(), others.m_rows.begin(), others.m_rows.end());
    for (Hop hop : others.m_hops) {
        hop.firstRow += rows;
        m_hops.push_back(hop);
    }
    for (Stored journey : others.m_journeys) {
        journey.firstHop += hops;
        m_journeys.push_back(journey);
    }
}

void JourneyList::sort()
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order; // first rows, of which each is in one journey, and places
    order.reserve(m_journeys.size());
    for (std::uint32_t place = 0; place < m_journeys.size(); ++place)
        order.emplace_back(m_rows[m_hops[m_journeys[place].firstHop].firstRow], place);
    std::ranges::sort(order);
    JourneyList sorted;
    sorted.m_journeys.resize(m_journeys.size());
    sorted.m_hops.resize(m_hops.size());
    sorted.m_rows.resize(m_rows.size());
    std::vector<std::uint32_t> rows(order.size()); // where those of each journey begin
    std::size_t hop = 0, row = 0;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const std::size_t from = order[place].second, begin = m_journeys[from].firstHop, end = endOf(from);
        sorted.m_journeys[place] = {static_cast<std::uint32_t>(hop), m_journeys[from].flow};
        rows[place] = static_cast<std::uint32_t>(row);
        hop += end - begin;
        row += endOfHop(end - 1) - m_hops[begin].firstRow;
    }
    forEachPart((order.size() + journeysAtOnce - 1) / journeysAtOnce, [&](std::size_t part) {
        for (std::size_t place = part * journeysAtOnce; place < std::min((part + 1) * journeysAtOnce, order.size()); ++place) {
            const std::size_t from = order[place].second, begin = m_journeys[from].firstHop, end = endOf(from), firstRow = m_hops[begin].firstRow;
            for (std::size_t i = begin; i < end; ++i) {
                Hop moved = m_hops[i];
                moved.firstRow = rows[place] + static_cast<std::uint32_t>(moved.firstRow - firstRow);
                sorted.m_hops[sorted.m_journeys[place].firstHop + i - begin] = moved;
            }
            const auto ofIt = std::span(m_rows).subspan(firstRow, endOfHop(end - 1) - firstRow);
            std::ranges::copy(ofIt, sorted.m_rows.begin() + rows[place]);
        }
    });
    *this = std::move(sorted);
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
