#pragma once

#include "core/cluster/cluster.h"

#include <vector>

namespace vethscope {

/// One link, and the subnets on it: places in Cluster::subnets. A dual-stack cluster has two on each.
using Segment = std::vector<std::size_t>;

/// Subnets that stand on the very same devices are one link. In the order of their first subnets.
std::vector<Segment> segmentsOf(const Cluster &cluster);

} // namespace vethscope
