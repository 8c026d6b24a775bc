#pragma once

#include "core/cluster/cluster.h"
#include "core/snapshot/snapshot.h"

#include <span>

namespace vethscope {

/// The facts of several snapshots as they were last, and what changed on the way.
struct LatestFacts {
    Facts facts;
    std::vector<Problem> changes; // each with both lines
};

/// Puts snapshots together in the order of their times; in the order given, where one has no time. Of what two snapshots tell of the
/// same host the later one holds; what its listing of everything does not show any more is gone. The snapshots themselves stay
/// as they are: another choice of them is another call.
LatestFacts latestFacts(std::span<const Snapshot *const> snapshots);

/// The cluster of those facts; what changed on the way stands first among its problems.
Cluster latestCluster(std::span<const Snapshot *const> snapshots);

} // namespace vethscope
