#pragma once

#include "core/facts/evidencejson.h"
#include "core/flows/traffic.h"
#include "core/names/nametable.h"

#include <cstdint>
#include <ostream>
#include <vector>

namespace vethscope::cli {

/// What the verb `conversations` is asked for.
struct TrafficReport {
    std::vector<TrafficKind> kinds; // that are asked for
    NameTable names;                // empty: addresses only
    std::int64_t captureStart = 0;  // nanoseconds since 1970, of the capture's first packet
    SnapshotArguments texts{};      // which snapshot a name's line is from
};

/// A table for each kind: scope, ends, packets and bytes in each direction and together, seconds. Names stand in the addresses' place.
void writeTrafficText(const std::vector<Conversation> &conversations, const TrafficReport &report, std::ostream &out);
void writeTrafficText(const std::vector<TrafficEndpoint> &endpoints, const TrafficReport &report, std::ostream &out);

} // namespace vethscope::cli
