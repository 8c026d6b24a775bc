#include "core/journey/journeylist.h"

#include "core/journey/drafts.h"
#include "core/threads/parts.h"

#include <algorithm>
#include <cstring>

namespace vethscope::journey {

// Ranges of rows are put in order by themselves: how much each has tells where it begins.
JourneyList::JourneyList(const Drafts &drafts)
{
    std::vector<StoredRoom> begins;
    for (std::size_t range = 0; range < drafts.ranges(); ++range) {
        begins.push_back(m_size);
        m_size = m_size + drafts.roomOf(range);
    }
    // Whoever writes to it first, on all cores, waits for its memory.
    m_journeys = std::make_unique_for_overwrite<Stored[]>(m_size.journeys);
    m_hops = std::make_unique_for_overwrite<StoredHop[]>(m_size.hops);
    m_several = std::make_unique_for_overwrite<std::uint32_t[]>(m_size.several);
    forEachPart(drafts.ranges(), [&](std::size_t range) { make(drafts, range, begins[range]); });
}

// Those of a range of rows, where they belong.
void JourneyList::make(const Drafts &drafts, std::size_t range, StoredRoom at)
{
    if (drafts.roomOf(range).journeys == 0)
        return;
    std::vector<const std::byte *> ofRows(drafts.rowsOfRange()); // the draft that begins with each row
    drafts.forEachIn(range, [&](const Drafts::Head &head, const std::byte *place) { ofRows[head.row % drafts.rowsOfRange()] = place; });
    for (const std::byte *const place : ofRows) {
        if (!place)
            continue;
        const Drafts::Head head = Drafts::headAt(place);
        const std::byte *const hops = place + sizeof head, *const several = hops + head.hops * sizeof(StoredHop);
        m_journeys[at.journeys] = {at.hops, head.flow};
        std::memcpy(&m_hops[at.hops], hops, head.hops * sizeof(StoredHop));
        if (head.several > 0) {
            for (StoredHop &hop : std::span(&m_hops[at.hops], head.hops))
                hop.row += hop.isOfSeveral() ? at.several : 0;
            std::memcpy(&m_several[at.several], several, head.several * sizeof(std::uint32_t));
        }
        at = at + StoredRoom{1, head.hops, head.several};
    }
}

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
        const StoredHop &hop = m_hops[i];
        journey.hops[i - begin] = {hop.point, hop.timeToLive, hop.depth, hop.tuple & ~StoredHop::hasSeveral, rowsOf(hop)};
    }
}

void JourneyList::rearrange(std::size_t place, const Journey &journey)
{
    std::vector<StoredHop> hops;
    for (const JourneyHop &one : journey.hops) {
        const bool isOne = one.rows.size() == 1;
        const std::uint32_t row = isOne ? one.rows.front() : static_cast<std::uint32_t>(one.rows.data() - m_several.get()) - 1;
        hops.push_back({row, isOne ? one.tuple : one.tuple | StoredHop::hasSeveral, one.point, one.timeToLive, one.depth});
    }
    std::ranges::copy(hops, &m_hops[m_journeys[place].firstHop]);
}

std::size_t JourneyList::memory() const
{
    return m_size.hops * sizeof(StoredHop) + m_size.journeys * sizeof(Stored) + m_size.several * sizeof(std::uint32_t);
}

} // namespace vethscope::journey
