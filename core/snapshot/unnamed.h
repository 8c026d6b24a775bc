#pragma once

#include "core/transcript/transcript.h"

#include <span>

namespace vethscope {

/// Gives a host to commands whose prompt names none (`# `, `[~]# `): the one that `hostname`, `uname -n` or
/// `cat /etc/hostname` told in the same text, no label in between. Returns whether the text's hosts have no names but those: then what the outputs say may
/// forbid that they are all of that host.
bool nameSessions(std::span<TypedCommand> commands);

/// What such a command printed, if it was one; else empty.
std::string hostTold(const TypedCommand &command);

} // namespace vethscope
