#pragma once

#include "app/cli/json.h"
#include "core/facts/evidencejson.h"
#include "core/testimony/marks.h"

#include <span>

namespace vethscope::cli {

/// `marks` of contract.md; their journeys are places in the list that is printed.
Json marksJson(std::span<const testimony::Mark> marks, const SnapshotArguments &texts);

} // namespace vethscope::cli
