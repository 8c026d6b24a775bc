#pragma once

#include "core/snapshot/whose.h"

#include <vector>

namespace vethscope {

/// What a command's output told, and what is to be said of it beside that.
struct ReadOutput {
    ReadCommand read;
    std::vector<ProseLines> prose{}; // lines that turned out to be no output
    std::vector<Error> problems{};
};

/// Reads one command's output: failures and remarks are taken off, the parser that its words or its look tell is asked, lines that a
/// terminal broke are put together unless they are to stay as they are. Several threads may read outputs of one text.
ReadOutput readOutput(TypedCommand typed, bool asBroken);

} // namespace vethscope
