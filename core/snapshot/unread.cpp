#include "core/snapshot/unread.h"

#include "core/facts/address.h"
#include "core/snapshot/words.h"

#include <algorithm>

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

bool isAddress(std::string_view word)
{
    word = bared(word);
    return word.size() > 3 && (IpAddress::parse(word) || IpPrefix::parse(word).has_value() || MacAddress::parse(word));
}

} // namespace

bool looksLikeOutput(std::string_view line)
{
    const auto words = wordsOf(line);
    if (words.size() < 2)
        return false;
    const auto addresses = std::ranges::count_if(words, isAddress);
    if (addresses == 0)
        return false;
    // A sentence has many words, begins with a capital or ends with a full stop, and talks of the address.
    const auto plain = std::ranges::count_if(words, isPlainWord);
    const bool sentence = std::string_view(".?!:").contains(words.back().back()) || (words.front().front() >= 'A' && words.front().front() <= 'Z');
    return !(sentence && plain >= 3) && plain <= 8;
}

} // namespace vethscope
