#pragma once

#include "core/facts/evidencejson.h"
#include "core/journey/followed.h"
#include "core/journey/tuplename.h"
#include "core/names/nametable.h"
#include "core/testimony/marks.h"

#include <cstdint>
#include <filesystem>
#include <ostream>
#include <span>
#include <string_view>
#include <vector>

namespace vethscope::cli {

/// What `journey` tells of: some captures and the journeys in them.
struct JourneyReport {
    const journey::Followed &followed;
    const SnapshotArguments &texts;
    const std::vector<std::uint32_t> &numbers; // of each frame in its file
};

/// Which of all journeys are told of, by their places.
using JourneysWanted = std::vector<std::size_t>;

/// The shape that contract.md fixes; the marks' journeys are places in `wanted`.
void writeJourneysJson(const JourneyReport &report, const JourneysWanted &wanted, std::span<const testimony::Mark> marks, std::ostream &out);
/// For reading: a line for each journey, one below it for each point and for what kernels told.
void writeJourneysText(const JourneyReport &report, const JourneysWanted &wanted, std::span<const testimony::Mark> marks, std::ostream &out);

/// `--flows`, in either form.
void writeFlowsJson(const JourneyReport &report, std::span<const journey::FlowSegments> flows, std::ostream &out);
void writeFlowsText(const JourneyReport &report, std::span<const journey::FlowSegments> flows, std::ostream &out);
/// `-w`: all frames as one pcapng, a point an interface, with one number for all frames of a journey; the names stand before those of the files.
Result<void> writeJourneysCapture(const JourneyReport &report, NameTable names, const std::filesystem::path &path);

/// Seconds since the hop before, by corrected clocks; 0 of the first.
double deltaOf(const JourneyReport &report, const journey::Journey &journey, std::size_t hop);
/// `1700000000.000000001`.
std::string epochText(std::int64_t nanoseconds);

} // namespace vethscope::cli
