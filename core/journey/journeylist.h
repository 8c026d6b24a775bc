#pragma once

#include "core/journey/packet.h"
#include "core/journey/storedhop.h"

#include <cstddef>
#include <cstdint>
#include <memory>
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

class Drafts;

/// Millions of journeys: twelve bytes a hop and eight a journey. Each is put together when it is asked for, and valid as long as the list is
/// not changed.
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

    JourneyList() = default;
    /// All that were made, by their first sighting.
    explicit JourneyList(const Drafts &drafts);

    std::size_t size() const { return m_size.journeys; }
    bool empty() const { return size() == 0; }
    Journey operator[](std::size_t place) const;
    /// The same, in the place of another.
    void read(std::size_t place, Journey &journey) const;
    Journey front() const { return (*this)[0]; }
    std::uint32_t flowOf(std::size_t place) const { return m_journeys[place].flow; }
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }

    /// The hops of that journey in another order.
    void rearrange(std::size_t place, const Journey &journey);

    /// Private memory in bytes.
    std::size_t memory() const;

private:
    struct Stored {
        std::uint32_t firstHop; // it ends where the next journey begins
        std::uint32_t flow;
    };

    void make(const Drafts &drafts, std::size_t range, StoredRoom at);
    std::size_t endOf(std::size_t place) const { return place + 1 < m_size.journeys ? m_journeys[place + 1].firstHop : m_size.hops; }
    std::span<const std::uint32_t> rowsOf(const StoredHop &hop) const
    {
        return hop.isOfSeveral() ? std::span<const std::uint32_t>(&m_several[hop.row + 1], m_several[hop.row]) : std::span<const std::uint32_t>(&hop.row, 1);
    }

    StoredRoom m_size{};
    std::unique_ptr<Stored[]> m_journeys;
    std::unique_ptr<StoredHop[]> m_hops;
    std::unique_ptr<std::uint32_t[]> m_several; // of hops with several frames: how many, then their rows
};

} // namespace vethscope::journey
