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

/// The first `most` characters of a UTF-8 text.
std::string shortened(const std::string &text, std::size_t most);
/// How many characters it has.
std::size_t charactersIn(const std::string &text);

} // namespace vethscope
