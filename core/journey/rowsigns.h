#pragma once

#include "core/capture/packetstore.h"
#include "core/journey/asking.h"
#include "core/journey/content.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace vethscope::journey {

/// A flow of both directions: one number for a tuple and for that of what comes back, odd of TCP. Two flows may have the same by chance.
using BothWays = std::uint32_t;

constexpr BothWays nobody = 0;

BothWays bothWaysOf(const Tuple &tuple);

inline bool isOfTcp(BothWays flow)
{
    return (flow & 1) != 0;
}

/// What each row of a store tells of its packet: 12 bytes of each.
struct RowSigns {
    explicit RowSigns(std::size_t rows) : flows(rows), keys(rows) {}

    std::vector<BothWays> flows;        // nobody: no unicast IP packet that would be known again
    std::vector<std::uint64_t> keys;    // by which packets of one protocol are known to be one, whatever their tuples (flows.h)
    std::vector<std::uint32_t> cut{};   // rows of packets that were cut before that, in no order
};

/// Where `asking` is told to stop, they are good for nothing. Nothing where time stamps are to tell, and a header was cut before them.
std::optional<RowSigns> signsOf(const PacketStore &store, const Dissector &dissector, const UsualFrames &usualFrames, KnownBy knownBy, Asking &asking);

} // namespace vethscope::journey
