#pragma once

#include "app/cli/dumpwriter.h"
#include "core/filter/filter.h"

#include <cstdint>
#include <ostream>

namespace vethscope {
class FlowPass;
}

namespace vethscope::cli {

/// What of a capture is written.
struct Dumped {
    const PacketStore &store;
    const FlowPass *flows = nullptr; // whose facts are awaited; null: none
    const Dissector &dissector;
    const Filter &filter;
    std::uint64_t count = 0; // the packets that are read; 0: all
};

/// What writing came to.
struct DumpEnd {
    bool isEnough = false;     // -c ended it
    std::uint64_t givenUp = 0; // packets in which a regular expression was
};

/// Writes on all processors what `writer`, which can be had more than once, would write one packet after the other. Who follows a pipe sees
/// what came so far.
DumpEnd dumpTogether(const Dumped &dumped, const DumpWriter &writer, std::ostream &out);

} // namespace vethscope::cli
