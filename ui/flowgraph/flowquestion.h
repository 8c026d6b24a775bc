#pragma once

#include "core/flowgraph/flowgraph.h"
#include "ui/statistics/packetcounter.h"

#include <memory>

namespace vethscope {

/// What the next pass looks for.
struct FlowQuestion {
    FlowKind kind = FlowKind::All;
    FlowAddresses addresses = FlowAddresses::Overlay;
};

/// Passes that make a FlowGraph, each of what is asked when it begins.
PacketCounter::MakePass flowPasses(const std::shared_ptr<FlowQuestion> &question);

} // namespace vethscope
