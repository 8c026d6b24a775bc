#pragma once

#include "core/path/trail.h"
#include "core/topology/subject.h"

#include <vector>

namespace vethscope {

/// One hop of a foretold path in the drawing.
struct PathStop {
    std::vector<Subject> at{};      // the device that sees the packet, and what stands for it where that is not drawn: pod, node
    std::vector<Subject> through{}; // subnets and routers that the packet passes to come here, in their order
    std::vector<Subject> along{};   // lines that mean this step: a veth pair, routes, a tunnel, a next hop
};

/// One for each hop of the path, in its order. A path is that of a prediction for the same cluster.
std::vector<PathStop> stopsOf(const Cluster &cluster, const ClusterLinks &links, const path::Path &path);

} // namespace vethscope
