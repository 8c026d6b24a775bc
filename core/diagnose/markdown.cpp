#include "core/diagnose/markdown.h"

#include <fmt/format.h>

#include <algorithm>

namespace vethscope::diagnose {
namespace {

constexpr std::string_view marks = "\\`*[]<>|&#~!_$";

bool isWordPart(char character)
{
    const auto byte = static_cast<unsigned char>(character);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

// Within a word an underscore, a number sign or an exclamation mark is none.
bool isMark(std::string_view words, std::size_t place)
{
    if (!marks.contains(words[place]))
        return false;
    const bool isInside = place > 0 && place + 1 < words.size() && isWordPart(words[place - 1]) && isWordPart(words[place + 1]);
    return !(isInside && std::string_view("_#!&").contains(words[place]));
}

std::string onOneLine(std::string_view text)
{
    std::string line(text);
    std::ranges::replace_if(line, [](char character) { return static_cast<unsigned char>(character) < ' '; }, ' ');
    return line;
}

std::size_t longestRun(std::string_view text, char of)
{
    std::size_t longest = 0, run = 0;
    for (const char character : text) {
        run = character == of ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

} // namespace

std::string markdownWords(std::string_view words)
{
    const std::string line = onOneLine(words);
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (isMark(line, i))
            text += '\\';
        text += line[i];
    }
    return text;
}

std::string markdownCode(std::string_view code)
{
    const std::string fence(longestRun(code, '`') + 1, '`');
    const std::string_view blank = code.starts_with('`') || code.ends_with('`') ? " " : "";
    return fence + std::string(blank) + onOneLine(code) + std::string(blank) + fence;
}

std::string markdownBlock(std::string_view code, std::string_view indent)
{
    const std::string fence(std::max<std::size_t>(longestRun(code, '`') + 1, 3), '`');
    return fmt::format("{0}{1}\n{0}{2}\n{0}{1}\n", indent, fence, onOneLine(code));
}

std::string markdownPicture(std::string_view words, std::string_view file)
{
    std::string destination;
    for (const char character : onOneLine(file)) {
        if (std::string_view("<>\\").contains(character))
            destination += '\\';
        destination += character;
    }
    return fmt::format("![{}](<{}>)", markdownWords(words), destination);
}

} // namespace vethscope::diagnose
