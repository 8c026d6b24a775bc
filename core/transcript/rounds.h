#pragma once

#include "core/transcript/commandline.h"
#include "core/transcript/transcript.h"

namespace vethscope {

/// One round of a loop: its commands, the variable put in, and the lines they printed.
struct LoopRound {
    std::vector<ShellCommand> commands;
    LineRange output;
};

/// Tells the rounds of a loop apart by what its `echo` printed. Without such an echo there is one round for all lines, and
/// commands that speak of the variable have become `for`, for nobody knows of whom they speak.
std::vector<LoopRound> roundsOf(const ShellLoop &loop, const SourceText &source, LineRange output);

} // namespace vethscope
