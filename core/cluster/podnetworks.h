#pragma once

#include "core/cluster/joining.h"

namespace vethscope {

/// Whose pods have addresses in a network, and the line that says so.
struct PodNetwork {
    std::size_t machine = 0;
    Evidence evidence;
};

/// Networks of pods by node: Kubernetes' podCIDRs, flannel's subnet, the CNI bridge's own network, Calico's blocks and host routes.
PrefixTable<PodNetwork> podNetworks(const Joining &joining);

/// Whether a route of this protocol is BIRD's (12, bird) or Felix' (80, DeviceRouteProtocol).
bool isCalicosProtocol(std::string_view protocol);

/// Whether this is a bridge that a CNI plugin made for pods.
bool isPodBridge(std::string_view name);

} // namespace vethscope
