#pragma once

#include <cstdint>

namespace vethscope {

// Sequence numbers wrap: one is before another when less than half the circle lies between. RFC 1982, RFC 9293 section 3.4.

constexpr bool isBefore(std::uint32_t left, std::uint32_t right)
{
    return static_cast<std::int32_t>(left - right) < 0;
}

constexpr bool isBehind(std::uint32_t left, std::uint32_t right)
{
    return isBefore(right, left);
}

} // namespace vethscope
