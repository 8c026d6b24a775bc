#include "core/flows/sentsegments.h"

#include "core/flows/serial.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t compactFrom = 64; // moving fewer costs more than it frees

} // namespace

void SentSegments::add(std::uint32_t row, std::uint32_t sequence, std::uint32_t next)
{
    if (m_segments.size() - m_first >= capacity)
        return;
    if (empty() || isBehind(next, m_highest))
        m_highest = next;
    auto place = m_segments.end();
    while (place != m_segments.begin() + static_cast<std::ptrdiff_t>(m_first) && isBefore(sequence, (place - 1)->sequence))
        --place;
    m_segments.insert(place, {row, sequence, next});
}

std::optional<std::uint32_t> SentSegments::acknowledge(std::uint32_t number)
{
    std::optional<std::uint32_t> matched;
    std::size_t end = m_first;
    while (end < m_segments.size() && isBefore(m_segments[end].sequence, number))
        ++end;
    std::size_t kept = end; // what is acknowledged in part stays, in front of the rest
    for (std::size_t i = end; i-- > m_first;) {
        if (isBehind(m_segments[i].next, number)) {
            m_segments[--kept] = {m_segments[i].row, number, m_segments[i].next};
        } else if (m_segments[i].next == number) {
            matched = std::min(matched.value_or(UINT32_MAX), m_segments[i].row);
        }
    }
    m_first = kept;
    if (m_first >= compactFrom && m_first * 2 >= m_segments.size()) {
        m_segments.erase(m_segments.begin(), m_segments.begin() + static_cast<std::ptrdiff_t>(m_first));
        m_first = 0;
    }
    return matched;
}

std::optional<std::uint32_t> SentSegments::firstFrom(std::uint32_t sequence) const
{
    const auto first = std::ranges::lower_bound(m_segments.begin() + static_cast<std::ptrdiff_t>(m_first), m_segments.end(), sequence,
                                                &isBefore, &Segment::sequence);
    return first == m_segments.end() ? std::nullopt : std::optional(first->row);
}

} // namespace vethscope
