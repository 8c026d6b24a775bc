#pragma once

#include "ui/statistics/trafficrow.h"

namespace vethscope {

/// Which packets of a conversation a filter lets through: from one end, the other, or everybody to one, the other, or everybody.
/// Of an endpoint, `b` is everybody.
enum class TrafficDirection : std::uint8_t { AWithB, AToB, BToA, AWithAny, AToAny, AnyToA, BWithAny, BToAny, AnyToB };

/// Which scopes the packets of a capture have, as far as they were counted: a filter says no more than is needed to tell them apart.
struct ScopesSeen {
    bool tunnels = false;    // there are packets inside tunnels
    std::uint8_t deepest = 1; // tunnels around the innermost

    static ScopesSeen in(const TrafficTables &tables);
    /// Of packets that somebody has chosen: others may have tunnels.
    static ScopesSeen unknown() { return {true, 1}; }
};

/// The display filter that lets these packets of the row through. Those whose ICMP errors quote such a packet come with it, as in
/// Wireshark; and of one that lies between two tunnels, everything between its ends at that depth or deeper.
QString filterText(const TrafficRow &row, TrafficDirection direction, const ScopesSeen &seen);

} // namespace vethscope
