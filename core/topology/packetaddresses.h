#pragma once

#include "core/dissect/frame.h"
#include "core/dissect/layer.h"
#include "core/topology/lighting.h"

namespace vethscope {

/// The addresses of a packet's outermost and innermost IP headers.
PacketAddresses addressesOf(const Frame &frame, const Dissection &packet);

} // namespace vethscope
