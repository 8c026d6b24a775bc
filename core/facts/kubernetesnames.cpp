#include "core/facts/kubernetesnames.h"

#include "core/bytes/digits.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t longestLabel = 63, longestName = 253;

bool isSmall(char letter)
{
    return letter >= 'a' && letter <= 'z';
}

bool isLabel(std::string_view text, bool (*mayBeIn)(char))
{
    return !text.empty() && text.size() <= longestLabel && text.front() != '-' && text.back() != '-'
        && std::ranges::all_of(text, [&](char letter) { return letter == '-' || mayBeIn(letter); });
}

bool isName(std::string_view text, bool (*mayBeIn)(char))
{
    if (text.size() > longestName)
        return false;
    for (std::size_t dot = text.find('.'); dot != text.npos; dot = text.find('.')) {
        if (!isLabel(text.substr(0, dot), mayBeIn))
            return false;
        text.remove_prefix(dot + 1);
    }
    return isLabel(text, mayBeIn);
}

bool isKubernetes(char letter)
{
    return isDigit(letter) || isSmall(letter);
}

} // namespace

bool isDnsLabel(std::string_view text)
{
    return isLabel(text, isKubernetes);
}

bool isDnsSubdomain(std::string_view text)
{
    return isName(text, isKubernetes);
}

bool isHostName(std::string_view text)
{
    return isName(text, [](char letter) { return isKubernetes(letter) || (letter >= 'A' && letter <= 'Z') || letter == '_'; });
}

} // namespace vethscope
