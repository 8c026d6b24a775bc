#pragma once

#include "core/explain/explanation.h"
#include "core/facts/evidencejson.h"

#include <ostream>

namespace vethscope::cli {

/// The shape that contract.md fixes.
void writeExplanationJson(const explain::FrameExplanation &explanation, std::uint32_t frame, const SnapshotArguments &texts, std::ostream &out);
/// For reading, and for pasting into a ticket: each address with where it comes from, the lines that say so, and what was foretold.
void writeExplanationText(const explain::FrameExplanation &explanation, std::uint32_t frame, std::ostream &out);

} // namespace vethscope::cli
