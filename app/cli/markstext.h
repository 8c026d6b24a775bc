#pragma once

#include "core/journey/outcome.h"
#include "core/testimony/marks.h"

#include <ostream>
#include <span>

namespace vethscope::cli {

/// Below a journey: what kernels told of its packet, and beside their reason for a drop what host output foretells.
void writeMarksOf(std::span<const testimony::Mark> marks, const journey::Outcome &outcome, std::ostream &out);
/// Below all of them: what belongs to none for sure.
void writeOtherMarks(std::span<const testimony::Mark> marks, std::ostream &out);

} // namespace vethscope::cli
