#pragma once

#include "app/cli/json.h"
#include "core/facts/evidencejson.h"
#include "core/path/whatif.h"

namespace vethscope::cli {

/// `changes` of contract.md: each line with the side that it is of.
Json changesJson(const std::vector<path::ChangedWay> &changes, const SnapshotArguments &before, const SnapshotArguments &after);

} // namespace vethscope::cli
