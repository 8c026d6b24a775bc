#pragma once

#include "core/cluster/cluster.h"

#include <vector>

namespace vethscope {

/// Which problems are to be shown at which node: places among the cluster's problems, for each node. A problem belongs to the
/// node whose facts share its evidence.
std::vector<std::vector<std::size_t>> problemsByNode(const Cluster &cluster);

} // namespace vethscope
