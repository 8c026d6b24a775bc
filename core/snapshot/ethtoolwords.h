#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// Whether `ethtool` was asked this: `-S` or `--statistics`.
bool isEthtool(const std::vector<std::string> &words, std::string_view brief, std::string_view whole);

/// The interface it was asked about; empty where nobody says.
std::string ethtoolInterface(const std::vector<std::string> &words);

} // namespace vethscope
