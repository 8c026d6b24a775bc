#pragma once

#include "core/journey/sightings.h"

#include <cstdint>
#include <vector>

namespace vethscope::journey {

/// One packet at one point, while it is put together: several frames where a super-frame is segments here.
struct PacketHop {
    CloseLook first{};
    std::int64_t time = 0;             // when that was, by the corrected clock
    std::vector<std::uint32_t> more{}; // rows of the other frames, which have its shape

    std::uint16_t point() const { return first.point; }
};

/// The same of a packet that every point saw once, and nothing else is part of.
struct SeenHop {
    Sighting sighting{};
    std::uint8_t depth = 0; // tunnels around it
    std::int64_t time = 0;
};

/// A packet at all points that saw it, while it is put together.
struct Packet {
    std::vector<PacketHop> hops{};

    const CloseLook &first() const { return hops.front().first; }
};

} // namespace vethscope::journey
