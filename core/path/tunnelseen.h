#pragma once

#include "core/address/address.h"

#include <optional>
#include <vector>

namespace vethscope::path {

/// What the tables of tunnels gave a packet, as a captured frame shows it; each is empty where the frame has no such header.
struct TunnelSeen {
    std::vector<std::optional<MacAddress>> linkDestinations{}; // of each scope, the innermost first
    std::vector<std::optional<IpAddress>> destinations{};      // the same
};

} // namespace vethscope::path
