#pragma once

#include "core/facts/evidencejson.h"
#include "core/path/prediction.h"

#include <ostream>

namespace vethscope::cli {

/// The shape that contract.md fixes.
void writePredictionJson(const path::Prediction &prediction, const SnapshotArguments &texts, std::ostream &out);
/// For reading, and for pasting into a ticket: hop by hop, what happened there and by which line, and the verdict.
void writePredictionText(const path::Prediction &prediction, std::ostream &out);

} // namespace vethscope::cli
