#pragma once

#include "core/transcript/transcript.h"

#include <span>

namespace vethscope {

/// Gives a host to commands whose prompt names none (`# `, `[~]# `): the one that `hostname`, `uname -n` or
/// `cat /etc/hostname` told in the same text, else the one that the file's place tells.
void nameSessions(std::span<TypedCommand> commands, const Session &place);

} // namespace vethscope
