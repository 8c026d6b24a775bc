#pragma once

#include "core/journey/content.h"
#include "core/journey/usualframe.h"

#include <optional>

namespace vethscope::journey {

/// Whose packet is in a usual frame; nothing where it is not from one machine to another.
std::optional<Tuple> tupleOf(const Frame &frame, const UsualFrame &usual);
/// What Content has of it beside its tuple and its link; its digest is 1 where there is one.
Content glanceOf(const Frame &frame, const UsualFrame &usual);

} // namespace vethscope::journey
