#pragma once

#include "core/snapshot/hostcommand.h"

namespace vethscope {

/// Reads what `ip addr` and `ip link` print: interfaces with their addresses, in iproute2's and busybox' text, also with
/// -d, -o, -br or -s, and in JSON. Lines that a pipe cut out of it are read as far as they name their interface.
void readIpLinks(Reading &reading);

/// Whether the first lines are such.
bool looksLikeIpLinks(const Reading &reading);

} // namespace vethscope
