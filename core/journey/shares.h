#pragma once

#include "core/journey/sightings.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace vethscope::journey {

/// Glimpses divided so that all of one number are in one share, in the order of their rows: shares are then looked at on all cores.
class Shares
{
public:
    using NumberOf = std::function<std::uint64_t(const Glimpse &)>; // well mixed; asked from any thread

    /// Of glimpses in the order of rows. A share fits the processor's cache as far as numbers allow that.
    Shares(std::vector<Glimpse> glimpses, const NumberOf &numberOf);
    /// The same by other numbers, for the last time.
    void divideAgain(const NumberOf &numberOf);

    std::size_t size() const { return m_ends.size(); }
    std::span<Glimpse> operator[](std::size_t share) { return std::span(m_glimpses).subspan(beginOf(share), m_ends[share] - beginOf(share)); }
    std::size_t glimpses() const { return m_glimpses.size(); }
    /// Frees the memory of all.
    void clear();

private:
    void divide(std::size_t shares, const NumberOf &numberOf);
    std::size_t beginOf(std::size_t share) const { return share == 0 ? 0 : m_ends[share - 1]; }

    std::vector<Glimpse> m_glimpses;
    std::vector<Glimpse> m_inOrder; // the same by rows, as long as they may be divided again
    std::vector<std::size_t> m_ends; // of each share
};

} // namespace vethscope::journey
