#pragma once

#include "app/cli/json.h"
#include "core/facts/evidencejson.h"
#include "core/path/matrix.h"

#include <ostream>

namespace vethscope::cli {

/// The shape that contract.md fixes.
void writeMatrixJson(const path::Matrix &matrix, const SnapshotArguments &texts, std::optional<Json> changes, std::ostream &out);
/// For reading: a square with a sign for each cell, and below it what does not arrive, with its line, and what is not known, with its command.
void writeMatrixText(const path::Matrix &matrix, std::ostream &out);

} // namespace vethscope::cli
