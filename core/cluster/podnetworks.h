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

/// Whether this is a bridge that a CNI plugin made for pods.
bool isPodBridge(std::string_view name);

} // namespace vethscope
