#pragma once

#include "core/iograph/iopoints.h"
#include "ui/iograph/iowords.h"

#include <optional>
#include <vector>

namespace vethscope {

/// One graph as it is drawn.
struct IoDrawn {
    QString title{};
    QString colour{};
    IoStyle style = IoStyle::Line;
    IoUnit unit = IoUnit::Count;
    bool hasZero = true;          // where it has no point it is 0, and not nothing
    std::vector<IoPoint> points{};// multiplied by the factor

    /// What it is in an interval; nothing where there is nothing to measure.
    std::optional<double> at(std::int64_t place) const;
};

/// All that is drawn, over which intervals.
struct IoPicture {
    std::vector<IoDrawn> graphs{};
    IoExtent extent{};
    qint64 interval = 1'000'000'000; // nanoseconds
    std::optional<double> start{};   // of interval 0, seconds since 1970; nothing where the packets have no times

    double seconds(std::int64_t place) const { return double(place) * double(interval) * 1e-9; }
};

/// The value as people read it: at most three decimals, digits in groups.
QString ioNumber(double value);
/// The same in short, for an axis: 12 500, 3 M.
QString ioTickText(double value);
/// When an interval begins, "3.200 s" or the date and time where that is known, with as many decimals as it needs.
QString ioTime(const IoPicture &picture, std::int64_t place, bool timeOfDay);

/// All intervals as CSV, for files and the clipboard: when each begins, and what every graph is in it. Where there are more than a million intervals, those in which
/// nothing is measured are left out.
QString ioCsv(const IoPicture &picture);

} // namespace vethscope
