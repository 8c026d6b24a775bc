#pragma once

#include "core/cluster/cluster.h"
#include "core/snapshot/snapshot.h"

#include <ostream>
#include <span>

namespace vethscope::cli {

/// The shape that contract.md fixes, and beside it services, subnets, routers and what the import made of each command.
void writeTopologyJson(const Cluster &cluster, std::span<const Snapshot> snapshots, std::ostream &out);
/// For reading: each node as a tree of its devices, what its tables mean in words, and what contradicts itself.
void writeTopologyText(const Cluster &cluster, std::ostream &out);
/// For Graphviz: a cluster for each node, an edge for each wire that the kernels have.
void writeTopologyDot(const Cluster &cluster, std::ostream &out);

} // namespace vethscope::cli
