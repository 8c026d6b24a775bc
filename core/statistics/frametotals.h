#pragma once

#include "core/capture/packetstore.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace vethscope {

/// How many packets, how long, and from when to when. `wire` counts what was on the wire, `captured` what is in the file.
struct FrameTotals {
    std::uint64_t packets = 0, wire = 0, captured = 0;
    std::optional<std::int64_t> first{}, last{}; // nanoseconds since 1970; nothing where no packet has a time

    void count(const Frame &frame);
    /// Seconds from the first to the last; nothing where there is no time between them.
    std::optional<double> seconds() const;
};

/// Of a whole capture.
struct CaptureTotals {
    FrameTotals all;
    std::vector<FrameTotals> interfaces; // by their places in the store
};

/// Of all packets that are in the index now. What is stopped before its end is nothing.
std::optional<CaptureTotals> totalsOf(const PacketStore &store, const std::stop_token &stop = {});
/// Of these rows.
std::optional<FrameTotals> totalsOf(const PacketStore &store, std::span<const std::uint32_t> rows, const std::stop_token &stop = {});

/// "pcapng", "pcap", "pcap, nanoseconds": what kind of file the interface is of.
std::string formatOf(const Interface &interface);

} // namespace vethscope
