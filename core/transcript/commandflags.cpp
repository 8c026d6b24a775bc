#include "core/transcript/commandflags.h"

#include <algorithm>

namespace vethscope {

CommandFlags::CommandFlags(std::vector<std::string> &words, std::size_t first, std::span<const std::string_view> withValue)
{
    const auto takesValue = [&](std::string_view flag) { return std::ranges::find(withValue, flag) != withValue.end(); };
    const auto take = [&] {
        std::string word = std::move(words[first]);
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(first));
        return word;
    };
    while (first < words.size() && words[first].starts_with('-') && words[first].size() > 1) {
        const std::string flag = take();
        if (flag == "--")
            break;
        const bool isLong = flag.starts_with("--");
        if (const std::size_t equals = flag.find('='); isLong && equals != std::string::npos)
            m_flags.emplace_back(flag.substr(0, equals), flag.substr(equals + 1));
        else if (takesValue(flag) && first < words.size())
            m_flags.emplace_back(flag, take());
        else if (!isLong && flag.size() > 2 && takesValue(std::string_view(flag).substr(0, 2)))
            m_flags.emplace_back(flag.substr(0, 2), flag.substr(flag[2] == '=' ? 3 : 2)); // -nshop, and pflag's -n=shop
        else
            m_flags.emplace_back(flag, std::string());
    }
}

bool CommandFlags::has(std::string_view brief, std::string_view whole) const
{
    return std::ranges::any_of(m_flags, [&](const auto &flag) { return flag.first == brief || flag.first == whole; });
}

std::string CommandFlags::valueOf(std::string_view brief, std::string_view whole) const
{
    const auto found = std::ranges::find_if(m_flags, [&](const auto &flag) { return flag.first == brief || flag.first == whole; });
    return found == m_flags.end() ? std::string() : found->second;
}

} // namespace vethscope
