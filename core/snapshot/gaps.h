#pragma once

#include "core/snapshot/whose.h"

#include <vector>

namespace vethscope {

/// Whether somebody took lines out right above what nobody typed anything for: the prompt may have been among them.
bool isBehindGap(const TypedCommand &command);

/// Parts what a command told where lines of its output may have been taken out, another prompt among them: what stands behind such a
/// line is taken off and returned, part by part, as doubtful.
std::vector<ReadCommand> partsBehindGaps(ReadCommand &read);

} // namespace vethscope
