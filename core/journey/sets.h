#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace vethscope::journey {

/// Numbers from 0 on that are put into sets: each set is called after its least.
class Sets
{
public:
    explicit Sets(std::size_t count) : m_parents(count) { std::iota(m_parents.begin(), m_parents.end(), std::uint32_t{0}); }

    std::uint32_t of(std::uint32_t one)
    {
        while (m_parents[one] != one)
            one = m_parents[one] = m_parents[m_parents[one]];
        return one;
    }
    /// Whether they were in different sets.
    bool join(std::uint32_t one, std::uint32_t other)
    {
        const auto [first, second] = std::minmax({of(one), of(other)});
        m_parents[second] = first;
        return first != second;
    }

private:
    std::vector<std::uint32_t> m_parents;
};

} // namespace vethscope::journey
