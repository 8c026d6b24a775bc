#pragma once

#include "core/journey/journey.h"

#include <cstddef>
#include <vector>

namespace vethscope::journey {

/// Of each host the first of those that packets join it with, be it by others: the host itself where it is the first, or nobody joins it with any.
std::vector<std::size_t> hostGroupsOf(const Journeys &journeys);

/// Which hosts saw packets.
std::vector<bool> hostsWithPackets(const Journeys &journeys);

} // namespace vethscope::journey
