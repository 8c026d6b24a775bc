#pragma once

#include "core/cluster/cluster.h"

#include <string>

namespace vethscope::test {

/// What the nodes of a generatedCluster() print besides, where so many services stand before its pods: their settings, the rules of flannel
/// and kube-proxy in iptables-save's words, and on the first `kubectl get services` and `kubectl get endpoints`.
std::string serviceTextOf(const Cluster &cluster, std::size_t services);

} // namespace vethscope::test
