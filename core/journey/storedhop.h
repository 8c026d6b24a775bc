#pragma once

#include <cstdint>

namespace vethscope::journey {

/// A hop among millions: no more than is needed of it.
struct StoredHop {
    static constexpr std::uint32_t hasSeveral = std::uint32_t{1} << 31; // beside the tuple; there are never as many tuples

    std::uint32_t row; // its frame's; where it has several frames, a place in a list of numbers: how many, then their rows
    std::uint32_t tuple;
    std::uint16_t point;
    std::uint8_t timeToLive;
    std::uint8_t depth; // tunnels around it

    bool isOfSeveral() const { return (tuple & hasSeveral) != 0; }
};
static_assert(sizeof(StoredHop) == 12);

/// What journeys need, or where that begins.
struct StoredRoom {
    std::uint32_t journeys = 0, hops = 0, several = 0;

    friend StoredRoom operator+(const StoredRoom &one, const StoredRoom &other) { return {one.journeys + other.journeys, one.hops + other.hops, one.several + other.several}; }
};

} // namespace vethscope::journey
