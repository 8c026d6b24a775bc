#pragma once

#include "core/dissect/textbuffer.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace vethscope {

/// What the Time column counts from: Wireshark's View ▸ Time Display Format.
enum class TimeFormat : std::uint8_t { DateAndTime, TimeOfDay, Epoch, SinceFirst, SincePrevious, SincePreviousDisplayed, UtcDateAndTime, UtcTimeOfDay };

struct TimeStyle {
    static constexpr int asTheFile = -1, most = 9; // digits

    TimeFormat format = TimeFormat::SinceFirst;
    int digits = asTheFile; // behind the decimal point

    friend bool operator==(const TimeStyle &, const TimeStyle &) = default;
};

/// As many decimals as tell apart what a clock of so many units a second tells apart, nine at most.
int digitsOf(std::uint64_t unitsPerSecond);

/// Appends a time, nanoseconds since 1970, in that style, with `digits` decimals where the style follows the file; what lies below is cut off, as tshark does.
/// `since` is what it is counted from where it is counted from something. Days and times are of the local zone where the style does not say UTC.
void printTime(TextBuffer &out, const TimeStyle &style, std::int64_t time, std::int64_t since, int digits);

/// `since-first`, as preferences call it.
std::string_view nameOf(TimeFormat format);
std::optional<TimeFormat> timeFormatOf(std::string_view name);

} // namespace vethscope
