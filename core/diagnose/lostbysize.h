#pragma once

#include "core/diagnose/traffic.h"

#include <cstdint>
#include <vector>

namespace vethscope::diagnose {

/// A flow of which large packets are lost while small ones pass.
struct LostBySize {
    std::uint32_t flow = 0;
    std::size_t lost = 0;
    std::uint32_t smallestLost = 0, largestPassed = 0; // bytes of frames, where they were last seen or passed by the same point
    std::uint16_t lastPoint = 0;                       // that saw what was lost
    bool onlySuperFrames = true;                       // each of those lost was one frame for several segments
    std::vector<std::uint32_t> rows{};
    std::uint32_t passedRow = 0;                       // of the largest that passed
    const journey::Outcome *outcome = nullptr;         // of the first that was lost
};

/// Two lost ones at least, each larger than any that passed.
std::vector<LostBySize> flowsLostBySize(const Traffic &traffic);

} // namespace vethscope::diagnose
