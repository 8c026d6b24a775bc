#pragma once

#include "core/cluster/latest.h"

#include <string>
#include <vector>

namespace vethscope::cli {

/// The snapshots of a command line as far as they can be read; what was not read is said on stderr.
struct HostSnapshots {
    std::vector<Snapshot> snapshots;
    bool complete = true;

    /// The cluster they tell of, and what changed between them among its problems.
    Cluster cluster() const;
};

HostSnapshots readHostSnapshots(const std::vector<std::string> &paths);

} // namespace vethscope::cli
