#include "core/columns/timetext.h"

#include <algorithm>
#include <array>
#include <ctime>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr std::int64_t second = 1'000'000'000;

constexpr auto formatNames = std::to_array<std::string_view>({"date-and-time", "time-of-day", "epoch", "since-first", "since-previous", "since-previous-displayed", "utc-date-and-time", "utc-time-of-day"});

// `.000079`, of nanoseconds below a second; nothing for no digits.
void printFraction(TextBuffer &out, std::int64_t nanoseconds, int digits)
{
    if (digits == 0)
        return;
    for (int i = digits; i < TimeStyle::most; ++i)
        nanoseconds /= 10;
    fmt::format_to(fmt::appender(out), ".{:0{}}", nanoseconds, digits);
}

void printSeconds(TextBuffer &out, std::int64_t nanoseconds, int digits)
{
    if (nanoseconds < 0) {
        out.push_back('-');
        nanoseconds = -nanoseconds;
    }
    fmt::format_to(fmt::appender(out), "{}", nanoseconds / second);
    printFraction(out, nanoseconds % second, digits);
}

void printCalendar(TextBuffer &out, std::int64_t time, int digits, bool isUtc, bool hasDate)
{
    std::int64_t fraction = time % second;
    if (fraction < 0)
        fraction += second;
    const std::time_t seconds = (time - fraction) / second;
    std::tm parts{};
    isUtc ? ::gmtime_r(&seconds, &parts) : ::localtime_r(&seconds, &parts);
    if (hasDate)
        fmt::format_to(fmt::appender(out), "{:04}-{:02}-{:02} ", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
    fmt::format_to(fmt::appender(out), "{:02}:{:02}:{:02}", parts.tm_hour, parts.tm_min, parts.tm_sec);
    printFraction(out, fraction, digits);
}

} // namespace

int digitsOf(std::uint64_t unitsPerSecond)
{
    int digits = 0;
    for (std::uint64_t units = 1; units < unitsPerSecond && digits < TimeStyle::most; units *= 10)
        ++digits;
    return digits;
}

void printTime(TextBuffer &out, const TimeStyle &style, std::int64_t time, std::int64_t since, int digits)
{
    if (style.digits != TimeStyle::asTheFile)
        digits = std::clamp(style.digits, 0, TimeStyle::most);
    switch (style.format) {
    case TimeFormat::DateAndTime: return printCalendar(out, time, digits, false, true);
    case TimeFormat::TimeOfDay: return printCalendar(out, time, digits, false, false);
    case TimeFormat::UtcDateAndTime: return printCalendar(out, time, digits, true, true);
    case TimeFormat::UtcTimeOfDay: return printCalendar(out, time, digits, true, false);
    case TimeFormat::Epoch: return printSeconds(out, time, digits);
    case TimeFormat::SinceFirst:
    case TimeFormat::SincePrevious:
    case TimeFormat::SincePreviousDisplayed: return printSeconds(out, time - since, digits);
    }
}

std::string_view nameOf(TimeFormat format)
{
    return formatNames[static_cast<std::size_t>(format)];
}

std::optional<TimeFormat> timeFormatOf(std::string_view name)
{
    const auto found = std::ranges::find(formatNames, name);
    return found == formatNames.end() ? std::nullopt : std::optional(static_cast<TimeFormat>(found - formatNames.begin()));
}

} // namespace vethscope
