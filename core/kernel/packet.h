#pragma once

#include "core/address/address.h"

#include <cstdint>
#include <optional>
#include <string>

namespace vethscope::kernel {

/// What a kernel looks at when it decides about a packet: struct flowi4 and flowi6 (include/net/flow.h), and what forwarding asks for.
struct Packet {
    IpAddress source{};      // 0.0.0.0 or ::: the sender has not chosen one yet
    IpAddress destination{};
    std::uint8_t protocol = 0; // of the IP header; 0: not known, and no rule that asks for one holds
    std::optional<std::uint16_t> sourcePort{}, destinationPort{};
    std::uint32_t mark = 0;
    std::uint8_t tos = 0;        // the octet: DSCP and ECN, or the traffic class
    std::string inInterface{};   // by which it came; empty: the machine itself sends it
    std::string outInterface{};  // the device that its socket is bound to; empty: none
    std::uint8_t timeToLive = 64;
    std::uint32_t length = 60;   // of the IP packet with its header
    bool dontFragment = false;

    bool isV6() const { return destination.isV6(); }
    bool isForwarded() const { return !inInterface.empty(); }
};

} // namespace vethscope::kernel
