#include "core/testimony/tracetime.h"

#include "core/snapshot/hosttime.h"
#include "core/snapshot/words.h"

namespace vethscope::testimony {
namespace {

constexpr std::int64_t second = 1'000'000'000;

// Digits behind a point, as nanoseconds.
std::optional<std::int64_t> fractionOf(std::string_view digits)
{
    std::int64_t value = 0, unit = second;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9' || unit == 1)
            return std::nullopt;
        unit /= 10;
        value += (digit - '0') * unit;
    }
    return value;
}

std::optional<std::int64_t> secondsOfDay(std::string_view text)
{
    const auto parts = splitAt(text, ':');
    if (parts.size() != 3)
        return std::nullopt;
    const auto hours = numberOf<unsigned>(parts[0]), minutes = numberOf<unsigned>(parts[1]), seconds = numberOf<unsigned>(parts[2]);
    if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 60)
        return std::nullopt;
    return *hours * 3600 + *minutes * 60 + *seconds;
}

} // namespace

bool readLocalTime(std::string_view text, Record &record)
{
    const std::size_t point = text.rfind('.');
    const auto fraction = point == text.npos ? std::optional<std::int64_t>(0) : fractionOf(text.substr(point + 1));
    const std::string_view whole = text.substr(0, point);
    if (!fraction)
        return false;
    if (const auto ofDay = secondsOfDay(whole)) {
        record.timeTold = TimeTold::OfDay;
        record.time = *ofDay * second + *fraction;
        return true;
    }
    const auto time = hostTime(whole);
    if (!time)
        return false;
    record.timeTold = TimeTold::Local;
    record.time = *time + *fraction;
    return true;
}

} // namespace vethscope::testimony
