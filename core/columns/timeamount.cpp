#include "core/columns/timeamount.h"

#include <charconv>

namespace vethscope {
namespace {

constexpr std::int64_t nanosecondsInASecond = 1'000'000'000;
constexpr std::int64_t mostSeconds = 9'000'000'000; // of what 64 bits of nanoseconds hold

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return !text.empty() && text.front() != '-' && error == std::errc() && end == text.data() + text.size() && number <= mostSeconds ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> fraction(std::string_view digits)
{
    constexpr std::size_t most = 9;
    if (digits.empty() || digits.size() > most)
        return std::nullopt;
    auto number = wholeNumber(digits);
    for (std::size_t i = digits.size(); number && i < most; ++i)
        *number *= 10;
    return number;
}

} // namespace

std::optional<std::int64_t> readTimeAmount(std::string_view text)
{
    const bool isLess = text.starts_with('-');
    if (isLess || text.starts_with('+'))
        text.remove_prefix(1);
    std::int64_t below = 0;
    if (const auto point = text.find('.'); point != text.npos) {
        const auto digits = fraction(text.substr(point + 1));
        if (!digits)
            return std::nullopt;
        below = *digits;
        text = text.substr(0, point);
    }
    std::int64_t seconds = 0;
    for (int part = 0;; ++part) {
        const auto colon = text.find(':');
        const auto number = wholeNumber(text.substr(0, colon));
        const bool isBelowHours = part > 0;
        if (!number || part > 2 || (isBelowHours && *number >= 60))
            return std::nullopt;
        seconds = seconds * 60 + *number;
        if (colon == text.npos)
            break;
        text.remove_prefix(colon + 1);
    }
    if (seconds > mostSeconds)
        return std::nullopt;
    const std::int64_t amount = seconds * nanosecondsInASecond + below;
    return isLess ? -amount : amount;
}

} // namespace vethscope
