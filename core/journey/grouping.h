#pragma once

#include "core/journey/sightings.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vethscope::journey {

/// Puts glimpses of one flow and one key beside each other, each in the order in which they were.
void putTogether(std::span<Glimpse> glimpses, const std::vector<std::uint32_t> &flows);

/// Calls `work` with the first place of those of one flow and one key and the place behind the last, of glimpses that are put together.
template <typename Work>
void forEachAlike(std::span<const Glimpse> glimpses, const std::vector<std::uint32_t> &flows, Work work)
{
    for (std::size_t begin = 0; begin < glimpses.size();) {
        const Glimpse &first = glimpses[begin];
        std::size_t end = begin + 1;
        while (end < glimpses.size() && glimpses[end].key() == first.key() && flows[glimpses[end].tuple] == flows[first.tuple])
            ++end;
        work(begin, end);
        begin = end;
    }
}

/// When and where each glimpse was seen, as its host's clock has it: the index is read in one go.
class Circumstances
{
public:
    Circumstances(const PacketStore &store, const JourneyPoints &points) : m_store(store), m_points(points) {}

    void read(std::span<const Glimpse> glimpses);
    std::int64_t time(std::size_t place) const { return m_all[place].time; }
    std::uint16_t point(std::size_t place) const { return m_all[place].point; }

private:
    struct Circumstance {
        std::int64_t time = 0;
        std::uint16_t point = 0;
    };

    const PacketStore &m_store;
    const JourneyPoints &m_points;
    std::vector<Circumstance> m_all;
};

} // namespace vethscope::journey
