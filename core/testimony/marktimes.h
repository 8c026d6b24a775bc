#pragma once

#include "core/journey/points.h"
#include "core/testimony/marks.h"

namespace vethscope::testimony {

/// Gives marks their times: local ones count as UTC where that puts some of the text's into the time of the captures, a time of day gets the captures' day.
void tellTimes(std::span<Mark> marks, const journey::JourneyPoints &points, std::vector<Sentence> &notes);

} // namespace vethscope::testimony
