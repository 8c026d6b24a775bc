#pragma once

#include "core/flowgraph/flowgraph.h"

#include <string>

namespace vethscope {

/// What a flow graph says of a packet.
struct FlowWords {
    std::string time;    // seconds since the first packet
    std::string label;   // upon the arrow: flags and length of what is TCP alone, else the Info
    std::string comment; // protocol and Info, as the list has them
};

FlowWords flowWords(const PacketRow &packet, FlowKind kind, FlowAddresses addresses);

} // namespace vethscope
