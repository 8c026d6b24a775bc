#include "core/transcript/hostnames.h"

#include "core/facts/address.h"

#include <algorithm>

namespace vethscope {
namespace {

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

bool isHostName(std::string_view text)
{
    if (text.empty() || text.size() > 253 || !isLetterOrDigit(text.front()) || !isLetterOrDigit(text.back()))
        return false;
    bool letter = false;
    char before = '.';
    for (const char c : text) {
        if (!isLetterOrDigit(c) && c != '-' && c != '_' && c != '.')
            return false;
        if (c == '.' && before == '.')
            return false;
        letter = letter || (isLetterOrDigit(c) && !(c >= '0' && c <= '9'));
        before = c;
    }
    return letter || IpAddress::parse(text).has_value();
}

bool isObjectName(std::string_view text)
{
    const auto isSmall = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
    return !text.empty() && text.size() <= 253 && std::ranges::all_of(text, isSmall) && isLetterOrDigit(text.front()) && isLetterOrDigit(text.back())
        && !text.contains("..") && !text.contains(".-") && !text.contains("-.");
}

std::string_view firstLabel(std::string_view name)
{
    return IpAddress::parse(name) ? name : name.substr(0, name.find('.'));
}

} // namespace vethscope
