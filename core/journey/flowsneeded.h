#pragma once

#include "core/journey/journey.h"

#include <optional>
#include <vector>

namespace vethscope::journey {

/// Of each flow whether its journeys are needed to tell what became of one packet with that tuple: its own, that of what comes back under any of its
/// names, and of those that several hosts saw as many as may show which hosts have packets in common.
std::vector<bool> flowsNeeded(const Journeys &journeys, const std::optional<Tuple> &tuple);

} // namespace vethscope::journey
