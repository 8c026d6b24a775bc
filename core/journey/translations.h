#pragma once

#include "core/journey/content.h"
#include "core/path/places.h"

#include <utility>
#include <vector>

namespace vethscope::journey {

/// Two names of one flow.
using Translation = std::pair<Tuple, Tuple>;

/// What conntrack's tables of some places say of flows that are translated there, in both directions.
std::vector<Translation> translationsIn(const path::Places &places);

/// The same of what comes back.
Translation turned(const Translation &translation);

} // namespace vethscope::journey
