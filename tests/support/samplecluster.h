#pragma once

#include "core/cluster/cluster.h"

#include <string>

namespace vethscope::test {

/// The cluster of a bundled sample, from what its hosts printed.
Cluster sampleCluster(const std::string &sample);

/// The lab's clusters.
const std::vector<std::string> &sampleNames();

/// flannel-vxlan in two subnets, so many nodes with so many pods each.
Cluster generatedCluster(std::size_t nodes, std::size_t podsPerNode);
/// What its nodes would print, for a cluster of generatedCluster(): `ip addr`, `ip route`, `bridge fdb`, and on the first `kubectl get pods`.
/// Nothing is run inside of pods.
std::string transcriptOf(const Cluster &cluster);
/// Calico, full mesh or star, with some of the sessions down.
Cluster generatedMesh(std::size_t nodes, bool reflector, std::size_t down);

} // namespace vethscope::test
