#pragma once

#include "core/path/trail.h"
#include "core/path/who.h"

#include <cstdint>
#include <optional>

namespace vethscope::path {

/// A packet that somebody wants to know the way of.
struct Question {
    Who from{}, to{};
    std::uint8_t protocol = 6;         // 1: ICMP, of IPv6 58
    std::optional<std::uint16_t> port{}; // nothing: 80, or the service's first
    std::optional<std::uint32_t> size{}; // of the IP packet; nothing: 60, of IPv6 80
    bool dontFragment = false;         // TCP has it anyway
    std::uint32_t mark = 0;
};

/// From and to as one family has them.
struct Ends {
    std::optional<IpAddress> from{}; // nothing: the kernel chooses
    std::optional<IpAddress> to{};   // nothing: no address of the same family is known
};

/// The family that both have, IPv4 before IPv6; a given address decides.
Ends endsOf(const Question &question);
/// The packet as its sender writes it.
Packet packetFor(const Question &question, const Ends &ends);
/// The answer to what arrived.
Packet answerTo(const Packet &arrived);

} // namespace vethscope::path
