#pragma once

#include "app/cli/json.h"
#include "core/facts/evidencejson.h"
#include "core/path/whatif.h"

#include <ostream>

namespace vethscope::cli {

/// The shape that contract.md fixes.
void writePredictionJson(const path::Prediction &prediction, const SnapshotArguments &texts, std::optional<Json> changes, std::ostream &out);
/// For reading, and for pasting into a ticket: hop by hop, what happened there and by which line, and the verdict.
void writePredictionText(const path::Prediction &prediction, std::ostream &out);

/// What two snapshots differ in: a line a way, its values and the lines of both below it.
void writeChangesText(const std::vector<path::ChangedWay> &changes, std::ostream &out);

} // namespace vethscope::cli
