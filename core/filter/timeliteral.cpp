#include "core/filter/timeliteral.h"

#include "core/bytes/digits.h"

#include <algorithm>
#include <charconv>

namespace vethscope {
namespace {

constexpr std::int64_t oneSecond = 1'000'000'000; // in nanoseconds
constexpr std::int64_t mostSeconds = INT64_MAX / oneSecond - 1;

// Digits behind a point; beyond nine they are too fine to matter.
std::int64_t fractionOf(std::string_view digits)
{
    std::int64_t value = 0;
    std::int64_t unit = oneSecond / 10;
    for (const char digit : digits) {
        value += (digit - '0') * unit;
        unit /= 10;
    }
    return value;
}

} // namespace

std::optional<std::int64_t> readSeconds(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    const std::size_t point = text.find('.');
    const std::string_view wholeText = text.substr(0, point);
    const std::string_view fraction = point == text.npos ? std::string_view{} : text.substr(point + 1);
    std::int64_t whole = 0;
    const auto [end, error] = std::from_chars(wholeText.data(), wholeText.data() + wholeText.size(), whole);
    if (error != std::errc{} || end != wholeText.data() + wholeText.size() || whole < 0 || whole > mostSeconds)
        return std::nullopt;
    if ((point != text.npos && fraction.empty()) || !std::ranges::all_of(fraction, isDigit))
        return std::nullopt;
    const std::int64_t nanoseconds = whole * oneSecond + fractionOf(fraction);
    return negative ? -nanoseconds : nanoseconds;
}

} // namespace vethscope
