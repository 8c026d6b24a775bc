#pragma once

#include "app/cli/command.h"
#include "core/capture/packetstore.h"
#include "core/testimony/marks.h"

#include <cstddef>
#include <string>
#include <vector>

namespace vethscope::cli {

/// --trace [NODE=]FILE…: what kernels told of packets.
void declareTraces(Command &command, std::vector<std::string> &traces);

/// The traces of a command line as far as they can be read; what was not read is said on stderr, line by line.
struct Traces {
    testimony::Testimony told{};
    bool complete = true;  // nothing was unreadable or not understood
    std::size_t files = 0; // that could be read
};
Traces readTraces(const std::vector<std::string> &arguments);

/// Adds what `retis` wrote beside the packets of a pcapng.
void addRetis(const PacketStore &store, Traces &traces);

/// What was told, at its place among the journeys; it refers to the records. What cannot be told for sure is said on stderr.
std::vector<testimony::Mark> marksIn(const PacketStore &store, const Dissector &dissector, const journey::JourneyPoints &points, const journey::Journeys &journeys, const testimony::Testimony &told);

} // namespace vethscope::cli
