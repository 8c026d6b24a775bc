#pragma once

#include "core/facts/facts.h"
#include "core/journey/followed.h"
#include "core/sentence/sentence.h"

#include <vector>

namespace vethscope::journey {

/// What makes it doubtful that captures, and what hosts printed, tell one story: points that have no packet in common, one point captured twice, clocks
/// that are far apart, host output of another cluster or day. It is told beside journeys, which are made of what there is all the same.
std::vector<Sentence> doubtsOf(const Followed &followed, const Facts &facts);

/// Whether all was captured at one point, and what that means for journeys; nothing where there are more.
std::vector<Sentence> doubtOfOnePoint(const Followed &followed);

} // namespace vethscope::journey
