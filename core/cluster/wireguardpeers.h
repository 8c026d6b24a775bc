#pragma once

#include "core/cluster/networknamespace.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// A peer of a WireGuard device, as `wg show` tells of it.
struct WireguardPeer {
    std::string key{};
    std::vector<IpPrefix> allowed{};     // its allowed IPs; of an answer the one that decided
    std::optional<IpAddress> endpoint{}; // nothing: it was neither set nor heard of
    std::uint16_t port = 0;              // of the endpoint
    EvidenceList lines{};                // of the allowed IPs, then of the endpoint
};

/// All peers of a device.
std::vector<WireguardPeer> wireguardPeers(const NetworkNamespace &space, std::string_view device);

} // namespace vethscope
