#pragma once

#include "core/journey/outcome.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace vethscope::journey {

/// How long packets took between two points, in nanoseconds by corrected clocks.
struct Delays {
    std::int64_t least = 0, median = 0, most = 0;
    std::int64_t longOnes = 0; // 99 % took no longer
    std::optional<std::int64_t> jitter{}; // the mean absolute difference of consecutive ones; nothing of one alone
};

/// What became of a flow's packets from one point of its way to the next.
struct Segment {
    std::uint16_t from = 0, to = 0;
    std::size_t packets = 0; // that were seen where it begins
    std::size_t lost = 0, notObserved = 0;
    std::optional<Delays> delays{};
};

/// A flow, and the segments of its way: where most was lost comes first, then what took longest by its median.
struct FlowSegments {
    Journey first{};
    std::vector<Segment> segments{};
};

/// Of all flows whose ways are known, the worst first.
std::vector<FlowSegments> segmentsOf(const PacketStore &store, const Journeys &journeys, const Ways &ways, const std::function<Outcome(const Journey &)> &outcomeOf);

/// Of delays in their packets' order; there is one at least.
Delays delaysOf(std::vector<std::int64_t> delays);

} // namespace vethscope::journey
