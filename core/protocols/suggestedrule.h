#pragma once

#include "core/dissect/frame.h"
#include "core/dissect/layer.h"
#include "core/protocols/decodeas.h"

#include <optional>

namespace vethscope {

/// What Decode As proposes for a packet: the port of the nearest UDP or TCP header around a layer (its innermost one
/// when `layer` is -1), to be VXLAN or whatever it is decoded as now. Nothing when it has no port.
std::optional<DecodeRule> suggestedRule(const Frame &frame, const Dissection &packet, int layer);

} // namespace vethscope
