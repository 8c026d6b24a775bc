#pragma once

#include "core/diagnose/seen.h"

#include <algorithm>
#include <utility>

namespace vethscope::diagnose {

/// A frame that is looked at, and where it was captured.
struct SeenFrame {
    std::uint32_t row = 0;
    std::uint16_t point = 0;
    const Frame &frame;
    const Dissection &packet;

    Bytes from(std::size_t layer) const { return frame.bytes.subspan(std::min<std::size_t>(packet[layer].offset, frame.bytes.size())); }
};

/// The IP addresses in front of a layer; nothing where no IP header is there.
std::optional<std::pair<IpAddress, IpAddress>> addressesBefore(const SeenFrame &at, std::size_t layer);

/// What that layer of the frame tells, added to what was seen.
void addArp(const SeenFrame &at, std::size_t layer, Seen &seen);
void addBgp(const SeenFrame &at, std::size_t layer, Seen &seen);
void addTooBig(const SeenFrame &at, std::size_t layer, Seen &seen);
void addDns(const SeenFrame &at, std::size_t layer, Seen &seen);

} // namespace vethscope::diagnose
