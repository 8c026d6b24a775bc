#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// Whether the words are `birdc` or `birdcl` (also `birdc6`, and with `-s SOCKET`) showing this: "protocols" or "route".
/// BIRD takes every unmistakable beginning of a word: `birdc sh prot all`.
bool isBirdcShow(const std::vector<std::string> &words, std::string_view what);

/// `BIRD 1.6.8 ready.`, which birdc prints first.
bool isBirdsGreeting(std::string_view line);

} // namespace vethscope
