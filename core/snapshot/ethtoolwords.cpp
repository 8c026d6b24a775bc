#include "core/snapshot/ethtoolwords.h"

#include <algorithm>

namespace vethscope {

bool isEthtool(const std::vector<std::string> &words, std::string_view brief, std::string_view whole)
{
    return words.size() > 1 && words[0] == "ethtool"
        && std::ranges::any_of(words, [&](const std::string &word) { return word == brief || word == whole; });
}

std::string ethtoolInterface(const std::vector<std::string> &words)
{
    return words.size() > 1 && words[0] == "ethtool" && !words.back().starts_with('-') ? words.back() : std::string();
}

} // namespace vethscope
