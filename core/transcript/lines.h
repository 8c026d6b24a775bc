#pragma once

#include <algorithm>
#include <string_view>

namespace vethscope {

/// Whether a line has nothing but white space.
inline bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

/// A line without the white space at its ends.
inline std::string_view withoutBlanks(std::string_view line)
{
    const std::size_t begin = line.find_first_not_of(" \t\r");
    return begin == std::string_view::npos ? std::string_view{} : line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

/// How many blanks and tabs a line begins with.
inline std::size_t indentOf(std::string_view line)
{
    return std::min(line.find_first_not_of(" \t"), line.size());
}

} // namespace vethscope
