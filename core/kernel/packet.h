#pragma once

#include "core/address/address.h"

#include <cstdint>
#include <optional>
#include <string>

namespace vethscope {
struct ConntrackFact;
}

namespace vethscope::kernel {

/// What conntrack says of a packet (include/uapi/linux/netfilter/nf_conntrack_common.h, enum ip_conntrack_info), as rules ask for it.
enum class ConnectionState : std::uint8_t { New, Established, Related, Invalid, Untracked };

/// What conntrack and translation know of the connection that a packet is of (enum ip_conntrack_status).
struct Connection {
    ConnectionState state = ConnectionState::New;
    bool destinationSettled = false; // IPS_DST_NAT_DONE: the rules were asked, and are not again
    bool sourceSettled = false;      // IPS_SRC_NAT_DONE
    bool destinationTranslated = false;   // IPS_DST_NAT
    bool sourceTranslated = false;        // IPS_SRC_NAT
    const ConntrackFact *entry = nullptr; // that was there before the packet: it translates as its entry says
    bool isReply = false;                 // of that entry

    friend bool operator==(const Connection &, const Connection &) = default;
};

/// What a kernel looks at when it decides about a packet: struct flowi4 and flowi6 (include/net/flow.h), and what forwarding and netfilter ask for.
struct Packet {
    IpAddress source{};      // 0.0.0.0 or ::: the sender has not chosen one yet
    IpAddress destination{};
    std::uint8_t protocol = 0; // of the IP header; 0: not known, and no rule that asks for one holds
    std::optional<std::uint16_t> sourcePort{}, destinationPort{};
    std::optional<std::uint8_t> icmpType{}, icmpCode{};
    std::optional<std::uint8_t> tcpFlags{};
    std::uint32_t mark = 0;
    std::uint8_t tos = 0;        // the octet: DSCP and ECN, or the traffic class
    std::string inInterface{};   // by which it came; empty: the machine itself sends it
    std::string outInterface{};  // the device that its socket is bound to; empty: none
    std::uint8_t timeToLive = 64;
    std::uint32_t length = 60;   // of the IP packet with its header
    bool dontFragment = false;
    Connection connection{};

    bool isV6() const { return destination.isV6(); }
    bool isForwarded() const { return !inInterface.empty(); }
    friend bool operator==(const Packet &, const Packet &) = default;
};

} // namespace vethscope::kernel
