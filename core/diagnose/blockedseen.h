#pragma once

#include "core/diagnose/seenalone.h"

#include <cstdint>
#include <vector>

namespace vethscope::diagnose {

/// A tunnel's direction that captures alone show to be blocked between two nodes.
struct BlockedSeen {
    SeenAlone ends{};
    std::uint32_t bareRow = 0; // what shows that other packets between the two addresses come through
};

/// What the sender's own point shows to leave, and the receiver's point never saw, although it was recording then, saw what came back by the tunnel,
/// and other packets from the same sender. Of two blocked directions both.
std::vector<BlockedSeen> blockedTunnelsSeen(const Case &about);

} // namespace vethscope::diagnose
