#pragma once

#include "core/transcript/transcript.h"

#include <string>

namespace vethscope {

/// Whether Ansible could not run the command on a machine: `n2 | UNREACHABLE! => {` above its output, or on its first line.
bool didNotRun(const TypedCommand &command);

/// The line by which a command says that it failed, or Ansible says why it did not run; else empty.
std::string failureIn(const TypedCommand &command);

} // namespace vethscope
