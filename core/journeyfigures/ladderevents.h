#pragma once

#include "core/figure/figure.h"
#include "core/journey/followed.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace vethscope {

/// One packet at one point, and where that stands on the paper.
struct LadderEvent {
    std::size_t journey = 0; // of those that are drawn
    std::size_t hop = 0;
    std::int64_t time = 0;   // no earlier than at the hop before
    figure::Point at{};
};

/// All that is drawn of some journeys, in the order of time, below `top`; `x` is where a point's lifeline stands. What is further apart in time is
/// further apart on the paper, but by the logarithm.
std::vector<LadderEvent> ladderEvents(const journey::Followed &followed, const std::vector<std::size_t> &journeys, const std::function<double(std::uint16_t point)> &x, double top);

} // namespace vethscope
