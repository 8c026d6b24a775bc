#pragma once

#include "core/journey/content.h"
#include "core/journey/glimpse.h"
#include "core/journey/usualframe.h"

#include <optional>

namespace vethscope::journey {

/// Whose packet is in a usual frame; nothing where it is not from one machine to another.
std::optional<Tuple> tupleOf(const Frame &frame, const UsualFrame &usual);

/// What is kept of a packet beside its row, tuple, point and time; nothing where it was cut before what would recognise it.
std::optional<Glimpse> glimpseOf(const Content &content);
/// The same, of a usual frame whose whole content nobody needs.
std::optional<Glimpse> glimpseOf(const Frame &frame, const UsualFrame &usual);

} // namespace vethscope::journey
