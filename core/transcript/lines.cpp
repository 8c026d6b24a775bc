#include "core/transcript/lines.h"

#include <array>

namespace vethscope {
namespace {

constexpr auto parting = [] {
    std::array<bool, 256> table{};
    for (const char letter : {' ', '\t', '\r', '\n'})
        table[static_cast<unsigned char>(letter)] = true;
    return table;
}();

// One look into a table; this is asked of every letter of a text, several times.
bool parts(char letter)
{
    return parting[static_cast<unsigned char>(letter)];
}

} // namespace

std::vector<std::string_view> wordsOf(std::string_view line)
{
    std::vector<std::string_view> words;
    words.reserve(16); // most lines have fewer
    for (std::size_t begin = 0; begin < line.size();) {
        std::size_t end = begin;
        while (end < line.size() && !parts(line[end]))
            ++end;
        if (end > begin)
            words.push_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

std::string_view firstWordOf(std::string_view line)
{
    line.remove_prefix(std::min(line.size(), static_cast<std::size_t>(std::ranges::find_if_not(line, parts) - line.begin())));
    return line.substr(0, static_cast<std::size_t>(std::ranges::find_if(line, parts) - line.begin()));
}

} // namespace vethscope
