#pragma once

#include "core/journey/followed.h"

#include <vector>

namespace vethscope {

/// The journeys of a flow, by their places in followed.all(), in the order of time.
std::vector<std::size_t> journeysOfFlow(const journey::Followed &followed, std::uint32_t flow);
/// Those of the flows back as well, under whatever tuples that translation gave them.
std::vector<std::size_t> journeysOfConversation(const journey::Followed &followed, std::uint32_t flow);

} // namespace vethscope
