#pragma once

#include "core/journey/packet.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vethscope::journey {

/// One packet at one point.
struct JourneyHop {
    std::uint16_t point = 0;
    std::uint8_t timeToLive = 0;
    std::uint8_t depth = 0; // tunnels around it
    std::uint32_t tuple = 0;
    std::span<const std::uint32_t> rows{}; // its frames, in their order: several where a super-frame is segments here; never empty

    Sighting first() const { return {rows.front(), tuple, point, timeToLive}; }
};

/// One unicast IP packet, and all points that saw it, in the order in which it passed them.
struct Journey {
    std::uint32_t flow = 0;
    std::vector<JourneyHop> hops{};
};

/// Millions of journeys: four bytes a frame, twelve a hop and eight a journey. Each is put together when it is asked for, and valid as
/// long as the list is not changed.
class JourneyList
{
public:
    class Iterator
    {
    public:
        Iterator(const JourneyList &list, std::size_t place) : m_list(list), m_place(place) {}
        Journey operator*() const { return m_list[m_place]; }
        Iterator &operator++()
        {
            ++m_place;
            return *this;
        }
        bool operator==(const Iterator &other) const { return m_place == other.m_place; }

    private:
        const JourneyList &m_list;
        std::size_t m_place;
    };

    std::size_t size() const { return m_journeys.size(); }
    bool empty() const { return m_journeys.empty(); }
    Journey operator[](std::size_t place) const;
    /// The same, in the place of another.
    void read(std::size_t place, Journey &journey) const;
    Journey front() const { return (*this)[0]; }
    std::uint32_t flowOf(std::size_t place) const { return m_journeys[place].flow; }
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }

    /// Makes room for all journeys of so many frames.
    void reserve(std::size_t frames);
    /// Behind the others.
    void add(std::uint32_t flow, const Packet &packet);
    void add(std::uint32_t flow, std::span<const SeenHop> hops);
    /// All of some lists, by their first sighting; there are so many rows.
    static JourneyList sorted(const std::vector<JourneyList> &lists, std::size_t rowCount);
    /// The hops of that journey in another order.
    void rearrange(std::size_t place, const Journey &journey);

    /// Private memory in bytes.
    std::size_t memory() const;

private:
    struct Hop {
        std::uint32_t firstRow = 0; // in m_rows; it ends where the next hop begins
        std::uint32_t tuple = 0;
        std::uint16_t point = 0;
        std::uint8_t timeToLive = 0, depth = 0;
    };
    static_assert(sizeof(Hop) == 12);
    struct Stored {
        std::uint32_t firstHop = 0; // it ends where the next journey begins
        std::uint32_t flow = 0;
    };

    // Asks the processor for what is read soon.
    void expect(std::size_t stored) const
    {
        __builtin_prefetch(&m_hops[m_journeys[stored].firstHop]);
        __builtin_prefetch(&m_hops[m_journeys[stored].firstHop] + 5);
    }
    std::size_t endOfHop(std::size_t hop) const { return hop + 1 < m_hops.size() ? m_hops[hop + 1].firstRow : m_rows.size(); }
    std::uint32_t rowOf(std::size_t stored) const { return m_rows[m_hops[m_journeys[stored].firstHop].firstRow]; }
    std::size_t endOf(std::size_t stored) const { return stored + 1 < m_journeys.size() ? m_journeys[stored + 1].firstHop : m_hops.size(); }

    std::vector<std::uint32_t> m_rows;
    std::vector<Hop> m_hops;
    std::vector<Stored> m_journeys;
};

} // namespace vethscope::journey
