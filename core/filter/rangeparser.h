#pragma once

#include "core/filter/operand.h"
#include "core/filter/tokencursor.h"

namespace vethscope {

/// Parses what stands between brackets, the opening one taken already, and takes the closing one:
/// `n:m` m bytes from n on · `n-m` from n to m · `:m` the first m · `n:` from n on · `n` one; joined by commas.
/// Slices count bytes from 0 with it, the layer operator headers from 1.
std::optional<std::vector<SliceOperand::Part>> parseRanges(TokenCursor &cursor);

} // namespace vethscope
