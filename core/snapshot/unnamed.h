#pragma once

#include "core/transcript/transcript.h"

#include <span>

namespace vethscope {

/// Gives a host to commands whose prompt names none (`# `, `[~]# `): the one that `hostname`, `uname -n` or
/// `cat /etc/hostname` told in the same text.
void nameSessions(std::span<TypedCommand> commands);

/// What such a command printed, if it was one; else empty.
std::string hostTold(const TypedCommand &command);

} // namespace vethscope
