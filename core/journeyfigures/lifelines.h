#pragma once

#include "core/journey/followed.h"

#include <vector>

namespace vethscope {

/// The capture points that some journeys pass or should have passed, from left to right in the order of the first one's way; what others pass
/// besides stands beside what they passed before. The way back has the same order.
std::vector<std::uint16_t> lifelinesOf(const journey::Followed &followed, const std::vector<std::size_t> &journeys);

} // namespace vethscope
