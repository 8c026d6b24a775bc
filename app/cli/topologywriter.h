#pragma once

#include "app/cli/hostsnapshots.h"

#include <ostream>

namespace vethscope::cli {

/// The shape that contract.md fixes, and beside it subnets, routers and what the pods' own tables hold.
void writeTopologyJson(const Cluster &cluster, const HostSnapshots &hosts, std::ostream &out);
/// For reading: each node as a tree of its devices, what its tables mean in words, what contradicts itself, and how much of the input
/// became facts.
void writeTopologyText(const Cluster &cluster, const HostSnapshots &hosts, std::ostream &out);
/// For Graphviz: a cluster for each node, an edge for each wire that the kernels have.
void writeTopologyDot(const Cluster &cluster, std::ostream &out);

} // namespace vethscope::cli
