#pragma once

#include "core/filter/accessor.h"
#include "core/filter/filter.h"

#include <cstdint>
#include <optional>
#include <string>

namespace vethscope {

/// What is measured of the packets in an interval.
enum class IoMeasure : std::uint8_t {
    Packets,
    FrameBytes, // of whole frames as they were on the wire
    FrameBits,
    InnerBytes, // of the innermost packets of frames with a tunnel: what the pods see
    // Of the values of a numeric field:
    CountFrames, // packets that have it
    CountValues,
    Sum,
    Maximum,
    Minimum,
    Average,
    Load, // of the times that they are: how many of them are under way at once
};

bool needsField(IoMeasure measure);

/// One row of an I/O graph: which packets, and what is measured of them.
struct IoSeries {
    Filter filter; // empty: all packets
    IoMeasure measure = IoMeasure::Packets;
    std::optional<Accessor> field{}; // of those measures that need one,
    std::string fieldName{};         // as it is called
};

/// Whether the same is measured of the same packets.
bool measureAlike(const IoSeries &one, const IoSeries &other);

/// What one series has of one interval. Times are in nanoseconds, as filters have them.
struct IoCell {
    std::uint64_t packets = 0;
    std::uint64_t bytes = 0;
    std::uint64_t inner = 0;  // bytes of innermost packets, where that is measured
    std::uint64_t frames = 0; // that have the field
    std::uint64_t values = 0; // of the field
    double sum = 0;
    double minimum = 0; // where there are values
    double maximum = 0;
    double load = 0;            // how much of the interval is within times that begin or end in it, summed up
    std::int64_t underWay = 0;  // from here on so many more times, or fewer, are under way all the time
    std::uint32_t firstRow = UINT32_MAX; // of the store

    void add(double value);
    void add(const IoCell &other);
    /// 0 where there is nothing to measure. Of a load, what begins or ends here.
    double measured(IoMeasure measure) const;
};

} // namespace vethscope
