#include "core/snapshot/hosttime.h"

#include "core/snapshot/words.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace vethscope {
namespace {

constexpr std::int64_t oneSecond = 1'000'000'000;

struct TimeText {
    std::optional<int> year, month, day;
    std::optional<int> seconds; // of the day
    int offset = 0;             // seconds east of Greenwich
};

// 13:40:29 and 13:40:29,123456789
std::optional<int> clockOf(std::string_view word)
{
    const auto parts = splitAt(word.substr(0, word.find_first_of(",.")), ':');
    if (parts.size() != 3)
        return std::nullopt;
    const auto hours = numberOf<int>(parts[0]), minutes = numberOf<int>(parts[1]), seconds = numberOf<int>(parts[2]);
    if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 60)
        return std::nullopt;
    return *hours * 3600 + *minutes * 60 + *seconds;
}

// +08:00, +0800, Z, CST
std::optional<int> offsetOf(std::string_view word)
{
    constexpr auto zones = std::to_array<std::pair<std::string_view, int>>({{"Z", 0}, {"UTC", 0}, {"GMT", 0}, {"CST", 8}, {"CET", 1}, {"CEST", 2}, {"JST", 9}});
    const auto zone = std::ranges::find(zones, word, &std::pair<std::string_view, int>::first);
    if (zone != zones.end())
        return zone->second * 3600;
    if (word.size() < 5 || (word[0] != '+' && word[0] != '-'))
        return std::nullopt;
    const auto hours = numberOf<int>(word.substr(1, 2)), minutes = numberOf<int>(word.substr(word.size() - 2));
    if (!hours || !minutes)
        return std::nullopt;
    return (word[0] == '-' ? -1 : 1) * (*hours * 3600 + *minutes * 60);
}

std::optional<int> monthNamed(std::string_view word)
{
    constexpr auto names = std::to_array<std::string_view>({"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"});
    const auto found = std::ranges::find(names, word.substr(0, 3));
    return found == names.end() ? std::nullopt : std::optional(static_cast<int>(found - names.begin()) + 1);
}

// 2026-11-23
bool readIsoDate(std::string_view word, TimeText &read)
{
    const auto parts = splitAt(word, '-');
    if (parts.size() != 3 || parts[0].size() != 4)
        return false;
    read.year = numberOf<int>(parts[0]);
    read.month = numberOf<int>(parts[1]);
    read.day = numberOf<int>(parts[2]);
    return true;
}

// 2026年 11月 23日
bool readChineseDate(std::string_view word, TimeText &read)
{
    for (const auto &[unit, member] : {std::pair{std::string_view("年"), &TimeText::year}, {std::string_view("月"), &TimeText::month}, {std::string_view("日"), &TimeText::day}}) {
        const std::size_t end = word.find(unit);
        if (end == std::string_view::npos)
            continue;
        read.*member = numberOf<int>(word.substr(0, end));
        word.remove_prefix(end + unit.size());
    }
    return read.year || read.month || read.day;
}

void readWord(std::string_view word, TimeText &read)
{
    if (const auto clock = clockOf(word)) {
        read.seconds = clock;
    } else if (const auto month = monthNamed(word)) {
        read.month = month;
    } else if (const auto offset = offsetOf(word)) {
        read.offset = *offset;
    } else if (word == "PM" && read.seconds && *read.seconds < 12 * 3600) {
        *read.seconds += 12 * 3600;
    } else if (word == "AM" && read.seconds && *read.seconds >= 12 * 3600) {
        *read.seconds -= 12 * 3600;
    } else if (const auto number = numberOf<int>(word)) {
        (*number > 31 ? read.year : read.day) = number;
    } else if (!readIsoDate(word, read)) {
        readChineseDate(word, read);
    }
}

} // namespace

std::optional<std::int64_t> hostTime(std::string_view text)
{
    auto words = wordsOf(text);
    if (words.size() == 1 && words[0].size() == 10)
        if (const auto seconds = numberOf<std::int64_t>(words[0]))
            return *seconds * oneSecond;
    TimeText read;
    for (const std::string_view word : words) {
        // 2026-11-23T13:40:29+08:00
        const std::size_t separator = word.find('T');
        if (separator != std::string_view::npos && separator == 10) {
            readWord(word.substr(0, 10), read);
            const std::string_view time = word.substr(11);
            const std::size_t zone = std::min(time.find_first_of("+-Z"), time.size());
            readWord(time.substr(0, zone), read);
            if (zone < time.size())
                readWord(time.substr(zone), read);
        } else {
            readWord(word, read);
        }
    }
    if (!read.year || !read.month || !read.day || !read.seconds)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*read.year), std::chrono::month(static_cast<unsigned>(*read.month)),
                                           std::chrono::day(static_cast<unsigned>(*read.day))};
    if (!date.ok() || *read.year < 1970 || *read.year > 2200)
        return std::nullopt;
    const auto days = std::chrono::sys_days(date).time_since_epoch().count();
    return (static_cast<std::int64_t>(days) * 86400 + *read.seconds - read.offset) * oneSecond;
}

} // namespace vethscope
