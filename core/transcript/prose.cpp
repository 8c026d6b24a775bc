#include "core/transcript/prose.h"

#include "core/transcript/lines.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <ranges>

namespace vethscope {
namespace {

std::string_view withoutIndent(std::string_view line)
{
    return line.substr(indentOf(line));
}

// The code point of a three-byte sequence of UTF-8, where all of Chinese and its punctuation are; 0 for any other.
std::uint32_t wideCharacter(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    if (text.size() < 3 || (byte(0) & 0xf0) != 0xe0)
        return 0;
    return (byte(0) & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f);
}

bool isIdeograph(std::uint32_t character)
{
    return (character >= 0x3400 && character <= 0x9fff) || (character >= 0x3040 && character <= 0x30ff)
        || (character >= 0xac00 && character <= 0xd7a3);
}

// ,。、;:?!()《》「」“” – a program translated into Chinese writes its tables with ASCII marks.
bool isFullWidthMark(std::uint32_t character)
{
    return (character >= 0x3001 && character <= 0x3011) || character == 0xff0c || character == 0xff1b || character == 0xff1a
        || character == 0xff1f || character == 0xff01 || character == 0xff08 || character == 0xff09 || character == 0x201c
        || character == 0x201d;
}

template <typename Predicate>
bool hasWide(std::string_view line, Predicate isMeant)
{
    for (; !line.empty(); line.remove_prefix(1))
        if (isMeant(wideCharacter(line)))
            return true;
    return false;
}

// At least five words of letters and a full stop or colon at the end, from the first column on, beginning with a capital.
bool isEnglishSentence(std::string_view line)
{
    constexpr std::string_view ends = ".:?!";
    while (line.ends_with(' '))
        line.remove_suffix(1);
    if (line.empty() || line.front() < 'A' || line.front() > 'Z' || !ends.contains(line.back()))
        return false;
    int plainWords = 0, others = 0;
    for (const auto part : std::views::split(line, ' ')) {
        const std::string_view word(part.begin(), part.end());
        const bool plain = std::ranges::all_of(word, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ',' || c == '.' || c == '\'' || c == ':' || c == '?' || c == '!';
        });
        if (!word.empty())
            ++(plain ? plainWords : others);
    }
    return plainWords >= 5 && plainWords > 2 * others;
}

} // namespace

bool looksLikeProse(std::string_view line)
{
    const std::string_view text = withoutIndent(line);
    return interruptsOutput(line) || isIdeograph(wideCharacter(text)) || text.starts_with("• ") || isEnglishSentence(line);
}

bool interruptsOutput(std::string_view line)
{
    return withoutIndent(line).starts_with("```") || hasWide(line, isFullWidthMark);
}

} // namespace vethscope
