#pragma once

#include "core/cluster/latest.h"
#include "core/facts/evidencejson.h"
#include "core/snapshot/importsums.h"

#include <string>
#include <vector>

namespace vethscope::cli {

/// The snapshots of a command line as far as they can be read; what was not read is said on stderr.
struct HostSnapshots {
    std::vector<Snapshot> snapshots;
    std::vector<std::string> arguments; // as given, of each of them
    ImportSums sums{};
    bool complete = true;               // nothing was unreadable, lost or not understood

    /// The cluster they tell of, and what changed between them among its problems.
    Cluster cluster() const;
    /// What the cluster is joined from.
    Facts facts() const;
    /// Which text came with which argument, where several were given.
    SnapshotArguments texts() const;
};

/// `-` is standard input.
HostSnapshots readHostSnapshots(const std::vector<std::string> &paths);

} // namespace vethscope::cli
