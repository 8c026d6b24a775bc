#pragma once

#include "app/cli/command.h"
#include "core/testimony/tracereading.h"

#include <string>
#include <vector>

namespace vethscope::cli {

/// --trace [NODE=]FILE…: what kernels told of packets.
void declareTraces(Command &command, std::vector<std::string> &traces);

/// The traces of a command line as far as they can be read; what was not read is said on stderr, line by line.
struct Traces {
    testimony::Testimony told{};
    bool complete = true; // nothing was unreadable or not understood
};
Traces readTraces(const std::vector<std::string> &arguments);

/// Says which lines were not understood; whether there were none.
bool complainOf(const testimony::Testimony &told);

} // namespace vethscope::cli
