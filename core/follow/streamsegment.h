#pragma once

#include <cstdint>

namespace vethscope {

/// A segment or datagram of a followed conversation: its numbers, and where in its frame the data is.
struct StreamSegment {
    std::uint32_t row;
    std::uint32_t sequence;       // of its first byte of data
    std::uint32_t acknowledgment;
    std::uint32_t length;         // bytes of data, by its headers' word
    std::uint32_t payloadAt;      // in the frame's bytes
    std::uint32_t captured;       // so many of them are there
    std::uint8_t nth;             // headers of its kind outside it
    bool acknowledges;
    bool fromLow;
};

} // namespace vethscope
