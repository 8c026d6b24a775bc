#pragma once

#include <cstdint>

namespace vethscope::journey {

/// What a frame tells of its packet, as far as it is kept of each of millions.
struct Glanced {
    std::uint32_t burst = 0;  // 24 bits: of what Content has as its key, the upper half; what TCP data of one burst have alike
    std::uint32_t rest = 0;   // the key's lower half; of TCP data its sequence, moved by what its burst tells
    std::uint32_t length = 0; // of TCP data, as far as it is told apart
    std::uint16_t id = 0;     // IPv4's; 0: none
    std::uint8_t timeToLive = 0;
    std::uint8_t depth = 0;   // tunnels around it
    std::uint8_t ends = 0;    // of TCP data: its flags that begin and end connections
    bool hasDigest = false;

    friend bool operator==(const Glanced &, const Glanced &) = default;
};

/// What is kept of each of millions of packets until journeys are made of them: what brings alike ones together, and when and where it was.
class Glimpse
{
public:
    static constexpr std::uint32_t longest = (1u << 19) - 1; // bytes of data: so many or more
    static constexpr std::int32_t longAfter = INT32_MIN;     // that does not say when it was

    Glimpse() = default;
    Glimpse(std::uint32_t ownRow, std::uint32_t ownTuple, std::uint16_t ownPoint, std::int32_t when, const Glanced &seen)
        : row(ownRow), tuple(ownTuple), rest(seen.rest), later(when), point(ownPoint), id(seen.id), m_burst(seen.burst << 8 | seen.timeToLive),
          m_data(seen.length << 13 | std::uint32_t{seen.hasDigest} << 12 | std::uint32_t{seen.ends} << 8 | seen.depth)
    {
    }

    std::uint32_t burst() const { return m_burst >> 8; }
    std::uint8_t timeToLive() const { return static_cast<std::uint8_t>(m_burst); }
    std::uint32_t length() const { return m_data >> 13; }
    bool hasData() const { return length() > 0; }
    bool hasDigest() const { return (m_data >> 12 & 1) != 0; }
    std::uint8_t depth() const { return static_cast<std::uint8_t>(m_data); }
    std::uint64_t key() const { return (static_cast<std::uint64_t>(burst()) << 32 | rest) ^ static_cast<std::uint64_t>(length() << 4 | (m_data >> 8 & 0xf)) << 41; }

    std::uint32_t row;
    std::uint32_t tuple;
    std::uint32_t rest;
    std::int32_t later; // nanoseconds (rowtimes.h)
    std::uint16_t point;
    std::uint16_t id;

private:
    std::uint32_t m_burst; // and how many hops are left
    std::uint32_t m_data;  // from its length to its depth
};
static_assert(sizeof(Glimpse) == 28);

} // namespace vethscope::journey
