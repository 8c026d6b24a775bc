#pragma once

#include "core/snapshot/hostcommand.h"

namespace vethscope {

/// The command with its output put together where a terminal or a mail program broke the lines: where a line is as long as lines could
/// be there, the next one begins nothing by itself, and fewer lines are left over when the two are one. Line numbers stay: the whole
/// stands on the first one's, the second is empty. The command as it is where that mends nothing.
TypedCommand joinedLines(const TypedCommand &command, const HostCommand *parser);

} // namespace vethscope
