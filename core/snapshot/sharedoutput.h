#pragma once

#include "core/transcript/transcript.h"

#include <span>

namespace vethscope {

/// Cuts the output of commands that were typed on one line, `ip addr; ip route`, into what each printed: where the next
/// one's output is recognised, or one command's begins anew. What cannot be told apart stays with nobody of a
/// doubtful host: such a command gets the words of the shell's `for`, which no parser reads.
void shareOutput(std::span<TypedCommand> group);

} // namespace vethscope
