#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace vethscope {

/// What one side of a connection has sent and the other has not yet acknowledged, in the order of
/// sequence numbers. Holds so many segments and no more: who captures one direction only sees no acknowledgments.
class SentSegments
{
public:
    static constexpr std::size_t capacity = 10'000; // Wireshark's TCP_MAX_UNACKED_SEGMENTS

    bool empty() const { return m_first == m_segments.size(); }

    /// A segment in row `row` of the capture; `next` is the number behind its last byte.
    void add(std::uint32_t row, std::uint32_t sequence, std::uint32_t next);

    /// Drops what is acknowledged; returns the row of the segment that ends exactly there, the earliest of several.
    std::optional<std::uint32_t> acknowledge(std::uint32_t number);

    /// The row of the first segment that begins at `sequence` or behind it.
    std::optional<std::uint32_t> firstFrom(std::uint32_t sequence) const;

    /// From the lowest byte to the highest; there is at least one segment.
    std::uint32_t span() const { return m_highest - m_segments[m_first].sequence; }

private:
    struct Segment {
        std::uint32_t row;
        std::uint32_t sequence;
        std::uint32_t next;
    };

    std::vector<Segment> m_segments; // from m_first on; what is before it is gone
    std::size_t m_first = 0;
    std::uint32_t m_highest = 0;
};

} // namespace vethscope
