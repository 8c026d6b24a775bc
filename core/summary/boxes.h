#pragma once

#include "core/dissect/layerview.h"

#include <string>
#include <vector>

namespace vethscope {

/// One header as a box: what the strip below the tree and figures for slides draw.
struct Box {
    std::string title;        // short: "IPv4", "VXLAN 1"
    Scope scope = Scope::Native;
    std::uint8_t depth = 0;   // tunnels around it
    std::uint32_t size = 0;   // bytes of the header, captured
    std::int32_t layer = -1;  // place in the dissection; -1: payload or trailer
    BitRange place{};         // bits of the frame
};

/// Every byte of the frame in one box each, outermost first: headers, then the payload that no header
/// took, then trailing bytes (Ethernet padding). A seam without bytes (IPIP) is a box of size 0.
std::vector<Box> boxesOf(const Frame &frame, const Dissection &packet);

/// What the tunnels of a packet cost.
struct Overhead {
    std::uint32_t underlay = 0; // bytes of headers outside the outermost tunnel header
    std::uint32_t tunnel = 0;   // bytes of all tunnel headers, and of what lies between nested ones
    std::uint32_t added = 0;    // what the wire carries beyond the innermost packet sent natively: VXLAN 50, flannel UDP 28, IPIP 20
    std::uint32_t inner = 0;    // bytes of the innermost packet, on the wire
    std::uint32_t frame = 0;    // bytes of the whole frame, on the wire
};

/// All zero but `frame` when there is no tunnel. A packet that crosses natively would need a link
/// header too: where the inner packet brings none, the outer one is not counted as added.
Overhead overheadOf(const Frame &frame, const Dissection &packet);

} // namespace vethscope
