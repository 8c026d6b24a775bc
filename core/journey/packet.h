#pragma once

#include "core/journey/sightings.h"

#include <vector>

namespace vethscope::journey {

/// One packet at one point, while it is put together: several frames where a super-frame is segments here.
struct PacketHop {
    CloseLook first{};
    std::vector<std::uint32_t> more{}; // rows of the other frames, which have its shape

    std::uint16_t point() const { return first.point; }
};

/// A packet at all points that saw it, while it is put together.
struct Packet {
    std::vector<PacketHop> hops{};

    const CloseLook &first() const { return hops.front().first; }
};

} // namespace vethscope::journey
