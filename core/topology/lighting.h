#pragma once

#include "core/topology/subject.h"

#include <optional>
#include <set>

namespace vethscope {

/// The addresses of a packet: outermost and innermost; the same twice where there is no tunnel.
struct PacketAddresses {
    std::optional<IpAddress> outerSource, outerDestination;
    std::optional<IpAddress> innerSource, innerDestination;
};

/// The elements that a packet with these addresses has to do with: pods with their veths and bridges, the nodes' interfaces,
/// the tunnel between them. Not a journey: what the addresses tell, no more.
std::set<Subject> elementsOf(const Cluster &cluster, const ClusterLinks &links, const PacketAddresses &addresses);

} // namespace vethscope
