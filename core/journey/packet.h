#pragma once

#include "core/journey/sightings.h"

#include <vector>

namespace vethscope::journey {

/// One packet at one point, while it is put together: several frames where a super-frame is segments here.
struct PacketHop {
    std::vector<CloseLook> sightings{}; // never empty

    const CloseLook &first() const { return sightings.front(); }
    std::uint16_t point() const { return first().point; }
};

/// A packet at all points that saw it, while it is put together.
struct Packet {
    std::vector<PacketHop> hops{};

    const CloseLook &first() const { return hops.front().first(); }
};

} // namespace vethscope::journey
