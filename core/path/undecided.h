#pragma once

#include "core/path/trail.h"

#include <optional>
#include <vector>

namespace vethscope::path {

/// What is to be said first of ways, the likeliest first, that end differently and of which nobody knows which is taken: what they have in
/// common, and that the rest cannot be told. Nothing where one is known to be the likeliest, or all end alike.
std::optional<Path> undecided(const std::vector<Path> &ways);
/// Whether that is said first of these ways.
bool isUndecided(const std::vector<Path> &ways);

} // namespace vethscope::path
