#pragma once

#include "core/cluster/cluster.h"

#include <cstddef>
#include <vector>

namespace vethscope::diagnose {

/// A network whose addresses are those of one node's pods, and the line that says so.
struct PodNetwork {
    std::size_t node = 0;
    IpPrefix network{};
    Evidence evidence{};
};

/// Each network of each node once: flannel's subnet, the CNI bridge's network, Calico's blocks, and what Kubernetes gave a node where its
/// network uses that.
std::vector<PodNetwork> podNetworksOf(const Facts &facts, const Cluster &cluster);

/// Whether Kubernetes speaks of this node.
bool isAbout(const KubernetesNodeFact &fact, const ClusterNode &node);

} // namespace vethscope::diagnose
