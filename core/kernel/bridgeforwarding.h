#pragma once

#include "core/cluster/networknamespace.h"
#include "core/kernel/answer.h"

#include <string>
#include <string_view>
#include <vector>

namespace vethscope::kernel {

/// Where a bridge sends a frame.
struct BridgePath {
    enum class Where : std::uint8_t { Itself, Port, Flood, HairpinOff };

    Where where = Where::Port;
    std::vector<std::string> ports{}; // of Port the one, of Flood all it goes out by
};

/// A frame on a bridge, without a port when the machine itself sends it through the bridge.
struct BridgedFrame {
    std::string_view port{};
    MacAddress destination{};
    std::optional<std::uint16_t> vlan{}; // nothing where the bridge does not filter VLANs
};

/// A bridge's forwarding table: its own addresses, which are those of its ports too, go up to the machine itself; a learnt or added entry
/// to its port; what has no entry, and groups, to all ports but the one it came from (net/bridge/br_input.c br_handle_frame_finish,
/// net/bridge/br_forward.c br_forward, br_flood). Back to the port that a frame came from it goes only with `hairpin` on
/// (should_deliver). Ports that are down get nothing.
Answer<BridgePath> bridgePath(const NetworkNamespace &space, std::string_view bridge, const BridgedFrame &frame);

} // namespace vethscope::kernel
