#include "core/snapshot/soundnames.h"

#include "core/bytes/digits.h"
#include "core/snapshot/words.h"

#include <algorithm>

namespace vethscope {
namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

bool isDeviceName(std::string_view name)
{
    constexpr std::size_t longest = 15; // IFNAMSIZ counts the zero behind it
    const auto fits = [](char c) { return isLetter(c) || isDigit(c) || std::string_view("._-+").contains(c); };
    return !name.empty() && name.size() <= longest && std::ranges::all_of(name, fits) && (isLetter(name[0]) || isDigit(name[0]) || name[0] == '_');
}

bool isDeviceWithPeer(std::string_view name)
{
    const std::size_t at = name.find('@');
    return isDeviceName(name.substr(0, at)) && (at == std::string_view::npos || isDeviceName(name.substr(at + 1)));
}

bool isDeviceLabel(std::string_view name)
{
    const std::size_t colon = name.find(':');
    const bool plain = colon == std::string_view::npos;
    return isDeviceName(name.substr(0, colon)) && (plain || (name.size() > colon + 1 && std::ranges::all_of(name.substr(colon + 1), isDigit)));
}

bool isResolvedName(std::string_view name)
{
    constexpr std::size_t longest = 253;
    const auto fits = [](char c) { return isLetter(c) || isDigit(c) || std::string_view("._-").contains(c); };
    return !name.empty() && name.size() <= longest && std::ranges::all_of(name, fits) && std::ranges::any_of(name, isLetter)
        && (isLetter(name[0]) || isDigit(name[0]) || name[0] == '_');
}

bool isMasked(std::string_view word)
{
    if (word.size() > 2 && ((word.front() == '<' && word.back() == '>') || (word.front() == '[' && word.back() == ']')))
        return true;
    const char separator = word.contains('.') ? '.' : ':';
    const auto parts = splitAt(word.substr(0, word.find('/')), separator);
    const auto covers = [](char c) { return std::string_view("xX*#?").contains(c); };
    const auto isCovered = [&](std::string_view part) {
        return std::ranges::any_of(part, covers) && std::ranges::all_of(part, [&](char c) { return covers(c) || isDigit(c) || isLetter(c); });
    };
    return parts.size() >= 3 && std::ranges::any_of(parts, isCovered)
        && std::ranges::all_of(parts, [&](std::string_view part) { return isCovered(part) || part.find_first_not_of("0123456789abcdefABCDEF") == part.npos; });
}

} // namespace vethscope
