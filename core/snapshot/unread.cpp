#include "core/snapshot/unread.h"

#include "core/facts/address.h"
#include "core/snapshot/words.h"
#include "core/transcript/lines.h"

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

std::string_view bared(std::string_view word)
{
    while (!word.empty() && std::string_view("\"'`([<{,").contains(word.front()))
        word.remove_prefix(1);
    while (!word.empty() && std::string_view("\"'`)]>},.;:!?").contains(word.back()))
        word.remove_suffix(1);
    return word;
}

// A word that people write: letters, perhaps with an apostrophe or a hyphen.
bool isPlainWord(std::string_view word)
{
    word = bared(word);
    return !word.empty() && std::ranges::all_of(word, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
    });
}

// Words that tools write and people do not, but in quotes: of iproute2's lines, and flags in brackets.
bool isToolWord(std::string_view word)
{
    constexpr auto words = std::to_array<std::string_view>({"mtu", "qdisc", "qlen", "lladdr", "inet", "inet6", "valid_lft", "preferred_lft", "proto", "scope", "brd", "dev", "via",
                                                            "onlink", "noqueue", "link/ether", "dstport", "promiscuity"});
    const bool flags = word.size() > 3 && word.front() == '<' && word.back() == '>' && std::ranges::all_of(word.substr(1, word.size() - 2), [](char c) {
        return (c >= 'A' && c <= 'Z') || c == '_' || c == ',' || (c >= '0' && c <= '9');
    });
    return flags || std::ranges::find(words, word) != words.end();
}

bool isAddress(std::string_view word)
{
    word = bared(word);
    const bool digit = std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; }); // `default` is a prefix as well
    return word.size() > 3 && digit && (IpAddress::parse(word) || IpPrefix::parse(word).has_value() || MacAddress::parse(word));
}

} // namespace

bool mayHideLines(std::string_view line)
{
    const bool indented = line.starts_with(' ') || line.starts_with('\t');
    const bool hasWord = std::ranges::any_of(line, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
    const auto words = wordsOf(line);
    const auto isTakenOut = [](std::string_view word) {
        constexpr auto gaps = std::to_array<std::string_view>({"omitted", "redacted", "removed", "snip", "snipped", "cut", "skipped", "truncated", "masked", "REDACTED"});
        return std::ranges::find(gaps, bared(word)) != gaps.end();
    };
    return !words.empty() && (!indented || !hasWord || (words.size() <= 4 && std::ranges::any_of(words, isTakenOut)));
}

bool isGapMark(std::string_view line)
{
    const std::string_view text = withoutBlanks(line);
    const bool marks = text.find_first_not_of(".*[]…<>()") == std::string_view::npos;
    const bool wide = text.starts_with("（") && text.ends_with("）") && !text.contains(' ');
    const bool letters = std::ranges::any_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    // Indented lines are gaps by their words alone.
    return !text.empty() && (marks || wide || (letters && mayHideLines(" " + std::string(text))));
}

bool looksLikeOutput(std::string_view line)
{
    const auto words = wordsOf(line);
    if (words.size() < 2)
        return false;
    if (words.front() == "-A" && words.size() > 2) // a rule of iptables-save's
        return true;
    const auto addresses = std::ranges::count_if(words, isAddress);
    if (std::ranges::count_if(words, isToolWord) >= 2 && words.size() <= 24)
        return true;
    if (addresses == 0)
        return false;
    // A sentence has many words, begins with a capital or ends with a full stop, and talks of the address.
    const auto plain = std::ranges::count_if(words, isPlainWord);
    const bool sentence = std::string_view(".?!:").contains(words.back().back()) || (words.front().front() >= 'A' && words.front().front() <= 'Z');
    return !(sentence && plain >= 3) && plain <= 8;
}

} // namespace vethscope
