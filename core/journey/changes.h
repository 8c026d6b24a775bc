#pragma once

#include "core/dissect/frame.h"
#include "core/dissect/layer.h"

#include <string>
#include <vector>

namespace vethscope::journey {

/// What happened to a packet between two points that saw it (contract.md, `changes`): tunnels and Ethernet headers that came or went, outermost
/// first, then `FIELD OLD→NEW` of the innermost packet's headers.
std::vector<std::string> changesBetween(const Frame &before, const Dissection &packetBefore, const Frame &after, const Dissection &packetAfter);

} // namespace vethscope::journey
