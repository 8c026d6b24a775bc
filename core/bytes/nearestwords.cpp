#include "core/bytes/nearestwords.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace vethscope {

// Words are short, so two rows of the table are enough.
std::size_t distanceOf(std::string_view left, std::string_view right)
{
    std::vector<std::size_t> previous(right.size() + 1);
    std::vector<std::size_t> current(right.size() + 1);
    std::iota(previous.begin(), previous.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        current[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j)
            current[j + 1] = std::min({previous[j + 1] + 1, current[j] + 1, previous[j] + (left[i] != right[j])});
        std::swap(previous, current);
    }
    return previous[right.size()];
}

std::vector<std::string> nearestWords(std::string_view word, std::span<const std::string_view> known, std::size_t most, std::size_t count)
{
    std::vector<std::pair<std::size_t, std::string_view>> candidates;
    for (const std::string_view one : known)
        if (const std::size_t apart = distanceOf(word, one); apart <= most)
            candidates.emplace_back(apart, one);
    std::ranges::sort(candidates);
    candidates.resize(std::min(count, candidates.size()));
    std::vector<std::string> words;
    for (const auto &candidate : candidates)
        words.emplace_back(candidate.second);
    return words;
}

} // namespace vethscope
