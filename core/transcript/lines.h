#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace vethscope {

/// White space within a line. (find_first_not_of looks each character up in a text, which takes most of the time that reading takes.)
constexpr bool isBlank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\r';
}

/// Whether a line has nothing but white space.
constexpr bool isBlank(std::string_view line)
{
    return std::ranges::all_of(line, [](char letter) { return isBlank(letter); });
}

/// A line without the white space at its ends.
constexpr std::string_view withoutBlanks(std::string_view line)
{
    while (!line.empty() && isBlank(line.front()))
        line.remove_prefix(1);
    while (!line.empty() && isBlank(line.back()))
        line.remove_suffix(1);
    return line;
}

/// How many blanks and tabs a line begins with.
constexpr std::size_t indentOf(std::string_view line)
{
    std::size_t indent = 0;
    while (indent < line.size() && (line[indent] == ' ' || line[indent] == '\t'))
        ++indent;
    return indent;
}

/// The parts between runs of white space.
std::vector<std::string_view> wordsOf(std::string_view line);
/// The first of them; empty where there is none.
std::string_view firstWordOf(std::string_view line);

} // namespace vethscope
