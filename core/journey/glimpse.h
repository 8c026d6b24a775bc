#pragma once

#include <cstdint>

namespace vethscope::journey {

/// What is kept of each of millions of packets until journeys are made of them: what brings alike ones together, and when and where it was.
struct Glimpse {
    static constexpr std::uint32_t longest = (1u << 19) - 1;    // bytes of data: so many or more
    static constexpr std::int32_t longAfter = INT32_MIN;        // that does not say when it was

    std::uint32_t row = 0;
    std::uint32_t tuple = 0;
    std::uint32_t rest = 0;       // of what Content has as its key, the lower half; of TCP data its sequence, moved by what its burst tells
    std::int32_t later = 0;       // nanoseconds (rowtimes.h)
    std::uint32_t burst : 24 = 0; // the key's other half; what TCP data of one burst have alike
    std::uint32_t timeToLive : 8 = 0;
    std::uint16_t point = 0;
    std::uint16_t id = 0;         // IPv4's; 0: none
    std::uint32_t length : 19 = 0; // of TCP data
    std::uint32_t hasDigest : 1 = 0;
    std::uint32_t ends : 4 = 0;   // of TCP data: its flags that begin and end connections
    std::uint32_t depth : 8 = 0;  // tunnels around it

    friend bool operator==(const Glimpse &, const Glimpse &) = default;
    bool hasData() const { return length > 0; }
    std::uint64_t key() const { return (static_cast<std::uint64_t>(burst) << 32 | rest) ^ static_cast<std::uint64_t>(length << 4 | ends) << 41; }
};
static_assert(sizeof(Glimpse) == 28);

} // namespace vethscope::journey
