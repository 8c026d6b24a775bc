#pragma once

#include "core/journey/journey.h"
#include "core/testimony/tracereading.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace vethscope::testimony {

/// What a kernel told, at its place among journeys.
struct Mark {
    const Record *record = nullptr;
    std::optional<std::int64_t> time{};    // nanoseconds since 1970-01-01 UTC; nothing where it is not told, or not for sure
    std::optional<std::size_t> journey{};  // whose packet it speaks of; nothing where that may be several, or none was captured
};

/// Joins records to journeys by addresses, ports, IPv4's identification, an echo's numbers, and the time; only where one journey alone fits. Marks are in the
/// order of the records, which outlive them. `notes` are added to: on times that cannot be told for sure.
std::vector<Mark> marksOf(std::span<const Record> records, const PacketStore &store, const Dissector &dissector, const journey::JourneyPoints &points,
                          const journey::Journeys &journeys, std::vector<Sentence> &notes);

} // namespace vethscope::testimony
