#pragma once

#include "core/journey/journey.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace vethscope::journey {

/// Journeys of one flow that passed the same points: how many, and the place of the first one.
struct KindOfWay {
    std::size_t count = 0, first = 0;
};
using KindsOfWays = std::map<std::vector<std::uint16_t>, KindOfWay>; // by those points

/// Of each flow.
std::vector<KindsOfWays> kindsOfWays(const Journeys &journeys);

} // namespace vethscope::journey
