#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// Levenshtein's distance: how many letters must be put in, taken out or changed to make one word of the other.
std::size_t distanceOf(std::string_view left, std::string_view right);

/// Those of the known words that are nearest to one that nobody knows, best first, no further away than `most`: for "did you mean".
std::vector<std::string> nearestWords(std::string_view word, std::span<const std::string_view> known, std::size_t most, std::size_t count = 3);

} // namespace vethscope
