#include "core/journey/journeylist.h"

#include "core/threads/parts.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <sys/mman.h>

namespace vethscope::journey {
namespace {

constexpr std::size_t rowsOfRange = 1 << 15;

constexpr std::size_t journeysAhead = 8; // that the processor is asked for

// A journey that is to be put in its place: its first row, of which each is in one journey.
struct Unsorted {
    std::uint32_t row = 0, list = 0, place = 0;
};

constexpr std::size_t largePage = 1 << 21;

// So many elements, of which large ones take a few large pages of memory in place of thousands of small ones.
template <typename T>
void makeRoom(std::vector<T> &all, std::size_t count)
{
    all.reserve(count);
    const auto begin = reinterpret_cast<std::uintptr_t>(all.data()), end = begin + count * sizeof(T), first = (begin + largePage - 1) / largePage * largePage;
    if (first + largePage <= end)
        ::madvise(reinterpret_cast<void *>(first), (end - first) / largePage * largePage, MADV_HUGEPAGE);
    all.resize(count);
}

// What journeys need, and then where that begins.
struct Room {
    std::uint32_t journeys = 0, hops = 0, rows = 0;

    friend Room operator+(const Room &one, const Room &other) { return {one.journeys + other.journeys, one.hops + other.hops, one.rows + other.rows}; }
};

} // namespace

// Ranges of rows are put in order by themselves: how much each has tells where it begins.
JourneyList JourneyList::sorted(const std::vector<JourneyList> &lists, std::size_t rowCount)
{
    const std::size_t ranges = rowCount / rowsOfRange + 1;
    std::vector<std::vector<Room>> ofLists(lists.size(), std::vector<Room>(ranges)); // what each list has in each range
    forEachPart(lists.size(), [&](std::size_t list) {
        const JourneyList &one = lists[list];
        for (std::size_t place = 0; place < one.size(); ++place) {
            const std::size_t begin = one.m_journeys[place].firstHop, end = one.endOf(place), rows = one.endOfHop(end - 1) - one.m_hops[begin].firstRow;
            Room &room = ofLists[list][one.rowOf(place) / rowsOfRange];
            room = room + Room{1, static_cast<std::uint32_t>(end - begin), static_cast<std::uint32_t>(rows)};
        }
    });
    std::vector<Room> rooms(ranges + 1); // where each range begins
    for (std::size_t range = 0; range < ranges; ++range) {
        rooms[range + 1] = rooms[range];
        for (std::vector<Room> &ofList : ofLists)
            rooms[range + 1] = rooms[range + 1] + std::exchange(ofList[range], rooms[range + 1]);
    }
    const Room all = rooms[ranges];
    std::vector<Unsorted> order(all.journeys);
    forEachPart(lists.size(), [&](std::size_t list) {
        for (std::uint32_t place = 0; place < lists[list].size(); ++place) {
            const std::uint32_t row = lists[list].rowOf(place);
            order[ofLists[list][row / rowsOfRange].journeys++] = {row, static_cast<std::uint32_t>(list), place};
        }
    });
    JourneyList sorted;
    makeRoom(sorted.m_journeys, all.journeys);
    makeRoom(sorted.m_hops, all.hops);
    makeRoom(sorted.m_rows, all.rows);
    forEachPart(ranges, [&](std::size_t range) {
        std::ranges::sort(std::span(order).subspan(rooms[range].journeys, rooms[range + 1].journeys - rooms[range].journeys), {}, &Unsorted::row);
        Room at = rooms[range];
        for (; at.journeys < rooms[range + 1].journeys; ++at.journeys) {
            if (const std::size_t far = at.journeys + 2 * journeysAhead; far < order.size())
                __builtin_prefetch(&lists[order[far].list].m_journeys[order[far].place]);
            if (const std::size_t near = at.journeys + journeysAhead; near < order.size()) {
                const JourneyList &other = lists[order[near].list];
                other.expect(order[near].place);
                __builtin_prefetch(other.m_hops.data() + other.endOf(order[near].place));
                __builtin_prefetch(other.m_rows.data() + other.m_journeys[order[near].place].firstHop); // where nearly all hops have one row
            }
            const JourneyList &list = lists[order[at.journeys].list];
            const std::size_t from = order[at.journeys].place, begin = list.m_journeys[from].firstHop, end = list.endOf(from), firstRow = list.m_hops[begin].firstRow;
            const auto ofIt = std::span(list.m_rows).subspan(firstRow, list.endOfHop(end - 1) - firstRow);
            sorted.m_journeys[at.journeys] = {at.hops, list.m_journeys[from].flow};
            for (std::size_t i = begin; i < end; ++i) {
                Hop moved = list.m_hops[i];
                moved.firstRow = at.rows + static_cast<std::uint32_t>(moved.firstRow - firstRow);
                sorted.m_hops[at.hops++] = moved;
            }
            std::ranges::copy(ofIt, sorted.m_rows.begin() + at.rows);
            at.rows += static_cast<std::uint32_t>(ofIt.size());
        }
    });
    return sorted;
}

} // namespace vethscope::journey
