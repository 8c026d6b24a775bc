#pragma once

#include "core/iograph/iotally.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vethscope {

/// One point of a graph: what was measured in an interval.
struct IoPoint {
    std::int64_t place = 0;
    double value = 0;
};

/// A series as it is drawn, in the order of time.
struct IoPoints {
    std::vector<IoPoint> points{};
    bool isSmoothed = false; // though it was asked for, it is not where it would be too much
    bool isWhole = true;     // false: a load of too many intervals, of which none is told
};

/// Whether nothing measured is a zero: of sums, counts and loads. The largest of no values is no number at all.
bool hasZero(IoMeasure measure);

/// What is drawn of a series between the ends of the capture. Of sums, counts and loads: where something is, the zeros beside it, and zeros at both ends, so that a
/// line through the points is right everywhere. Of the others: where there are values. `smoothing`, if more than 1: each point is the mean of so many intervals
/// around it, of those that are within the capture and have a value.
IoPoints ioPoints(const IoTally::Cells &cells, IoMeasure measure, const IoExtent &extent, std::size_t smoothing = 0);

} // namespace vethscope
