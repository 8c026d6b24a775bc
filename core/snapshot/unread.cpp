#include "core/snapshot/unread.h"

#include "core/address/address.h"
#include "core/snapshot/soundnames.h"
#include "core/snapshot/words.h"
#include "core/threads/parts.h"
#include "core/transcript/labels.h"
#include "core/transcript/lines.h"
#include "core/transcript/prose.h"

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
                                                            "onlink", "noqueue", "dstport", "promiscuity", "minmtu", "maxmtu", "addrgenmode", "numtxqueues"});
    const bool flags = word.size() > 3 && word.front() == '<' && word.back() == '>' && std::ranges::all_of(word.substr(1, word.size() - 2), [](char c) {
        return (c >= 'A' && c <= 'Z') || c == '_' || c == ',' || (c >= '0' && c <= '9');
    });
    return flags || word.starts_with("link/") || std::ranges::find(words, word) != words.end();
}

bool hasPartsOfIp(std::string_view word)
{
    return std::ranges::count(word, '.') == 3;
}

// 10.244.x.x, 52:54:00:xx:xx:xx, xx.xx.xx.xx: as long as what it hides.
bool isHiddenAddress(std::string_view word)
{
    return (hasPartsOfIp(word) || std::ranges::count(word, ':') == 5) && isMasked(word);
}

// One of which something is left.
bool isMaskedAddress(std::string_view word)
{
    return isHiddenAddress(word) && word.find_first_of(hasPartsOfIp(word) ? "0123456789" : "0123456789abcdefABCDEF") != std::string_view::npos;
}

// Of ethtool -k, whatever the feature is called: `tx-nocache-copy: off [fixed]`, `… on [requested off]`
bool isFeature(const std::vector<std::string_view> &words)
{
    const auto note = std::ranges::find_if(words, [](std::string_view word) { return word == "[fixed]" || word == "[requested"; });
    const bool last = note != words.end() && words.end() - note == (*note == "[fixed]" ? 1 : 2);
    return last && note - words.begin() >= 2 && (*(note - 1) == "on" || *(note - 1) == "off") && (note - 2)->ends_with(':');
}

bool isAddressWord(std::string_view word)
{
    word = bared(word);
    if (isMaskedAddress(word))
        return true;
    if (std::ranges::count(word, ':') == 1 && word.contains('.')) // with a port
        word = word.substr(0, word.find(':'));
    const bool digit = std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; }); // `default` is a prefix as well
    return word.size() > 3 && digit && (IpAddress::parse(word) || IpPrefix::parse(word).has_value() || MacAddress::parse(word));
}

// Columns, keys, options and numbers are none of a sentence's.
bool isWritten(std::string_view line)
{
    const auto words = wordsOf(line);
    const bool listed = !words.empty() && (words[0] == "-" || words[0] == "*" || (words[0].ends_with('.') && numberOf<int>(words[0].substr(0, words[0].size() - 1))));
    if (looksLikeProse(line) || words.size() < 2 || listed || mayStandForLines(line))
        return true;
    const auto isOption = [](std::string_view word) { return word.size() > 1 && word[0] == '-' && (word.starts_with("--") ? word.size() > 2 : word.size() == 2); };
    const bool option = isOption(words[0]) || std::ranges::count_if(words, isOption) > 2; // -A FORWARD …   n1: -A FORWARD -p tcp -j ACCEPT
    if (option || line.front() == ' ' || line.front() == '\t' || withoutBlanks(line).contains("  ") || withoutBlanks(line).contains('\t'))
        return false;
    // A colon at the end says that something follows.
    const auto isSaid = [&](std::string_view word) {
        return isPlainWord(word) && !word.starts_with('-') && !word.starts_with('[') && (!word.ends_with(':') || word.data() == words.back().data());
    };
    return 3 * std::ranges::count_if(words, isSaid) >= 2 * std::ssize(words);
}

// A mark in the place of lines, and no ruler or fence.
bool isCut(std::string_view line)
{
    const std::string_view text = withoutBlanks(line);
    return mayStandForLines(text) && text.find_first_not_of("-=`~#_>") != std::string_view::npos;
}

// A blank line; but for one whose text stands on the line above, where a terminal broke it.
bool partsOutput(const SourceText &source, std::uint32_t line)
{
    return isBlank(source.line(line)) && source.given(line).find_first_not_of(" \t>|") == std::string_view::npos;
}

bool isSureLabel(std::string_view line)
{
    const auto label = labelIn(line);
    return label && label->sure;
}

// Of lines up to a blank one, or some such parts: `goesOn` when they stand directly below an output.
void findLost(std::vector<std::uint32_t> &lost, const SourceText &source, LineRange lines, bool goesOn)
{
    for (std::uint32_t begin = lines.first; begin < lines.end(); goesOn = false) {
        std::uint32_t end = begin;
        bool output = goesOn;
        for (; end < lines.end() && !partsOutput(source, end); ++end)
            output = output || looksLikeOutput(source.line(end)) || isCut(source.line(end));
        for (std::uint32_t line = begin; output && line < end; ++line) {
            if (goesOn && isSureLabel(source.line(line))) { // no part of what stands above
                end = line + 1;
                break;
            }
            if (!isBlank(source.line(line)) && !isSureLabel(source.line(line)) && (looksLikeOutput(source.line(line)) || !isWritten(source.line(line))))
                lost.push_back(line);
        }
        begin = std::max(end, begin + 1);
    }
}

} // namespace

std::vector<std::uint32_t> lostLines(const SourceText &source, LineRange lines)
{
    constexpr std::uint32_t linesOfPart = 8192;
    std::vector<LineRange> parts; // but for the first, each begins with a blank line
    for (std::uint32_t begin = lines.first; begin < lines.end(); begin = parts.back().end()) {
        std::uint32_t end = std::min(lines.end(), begin + linesOfPart);
        while (end < lines.end() && !partsOutput(source, end))
            ++end;
        parts.push_back({begin, end - begin});
    }
    std::vector<std::vector<std::uint32_t>> found(parts.size());
    const bool goesOn = lines.count > 0 && lines.first > 1 && !partsOutput(source, lines.first - 1) && !isSureLabel(source.line(lines.first));
    forEachPart(parts.size(), [&](std::size_t part) { findLost(found[part], source, parts[part], goesOn && part == 0); });
    std::vector<std::uint32_t> lost;
    for (const std::vector<std::uint32_t> &some : found)
        lost.insert(lost.end(), some.begin(), some.end());
    return lost;
}

bool hasMaskedAddress(std::string_view line)
{
    return std::ranges::any_of(wordsOf(line), [](std::string_view word) { return isHiddenAddress(word) && !std::string_view("[<").contains(word.front()); });
}

bool mayStandForLines(std::string_view line)
{
    constexpr std::size_t most = 4; // words
    constexpr auto gaps = std::to_array<std::string_view>({"omitted", "redacted", "removed", "snip", "snipped", "cut", "skipped", "truncated", "masked", "REDACTED"});
    const bool hasWord = std::ranges::any_of(line, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
    if (!hasWord)
        return !firstWordOf(line).empty();
    std::size_t words = 0;
    bool takenOut = false;
    for (std::string_view word = firstWordOf(line); !word.empty() && words <= most; word = firstWordOf(line)) {
        line.remove_prefix(static_cast<std::size_t>(word.data() + word.size() - line.data()));
        takenOut = takenOut || std::ranges::find(gaps, bared(word)) != gaps.end();
        ++words;
    }
    return takenOut && words <= most;
}

bool mayHideLines(std::string_view line)
{
    const bool indented = line.starts_with(' ') || line.starts_with('\t');
    return !isBlank(line) && (!indented || mayStandForLines(line));
}

bool isGapMark(std::string_view line)
{
    const std::string_view text = withoutBlanks(line);
    const bool marks = text.find_first_not_of(".*[]…<>()") == std::string_view::npos;
    const bool wide = text.starts_with("（") && text.ends_with("）") && !text.contains(' ');
    const bool letters = std::ranges::any_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    return !text.empty() && (marks || wide || (letters && mayStandForLines(text)));
}

bool looksLikeOutput(std::string_view line)
{
    const auto words = wordsOf(line);
    if (words.size() < 2)
        return false;
    if (words.front() == "-A" && words.size() > 2) // a rule of iptables-save's
        return true;
    const auto addresses = std::ranges::count_if(words, isAddressWord);
    if (isFeature(words))
        return true;
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
