#pragma once

#include "core/cluster/owners.h"

#include <vector>

namespace vethscope::path {

/// Connections that nobody can answer any more: conntrack translates them to an address that no machine has, the service that they ask has other endpoints,
/// and nothing came back yet. They are within the namespace.
std::vector<const ConntrackFact *> orphanedConnections(const NetworkNamespace &space, const Cluster &cluster, const Owners &owners);

} // namespace vethscope::path
