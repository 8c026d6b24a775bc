#pragma once

#include "core/facts/facts.h"

#include <optional>
#include <string>

namespace vethscope {

/// An entry of the ARP or NDP table.
struct Neighbour {
    std::optional<IpAddress> ip; // empty when the host printed a name that nothing explains
    std::string name;            // as `arp -v` printed it: gateway
    std::optional<MacAddress> mac;
    std::string interface;
    std::string state;           // as iproute2's, in lower case: permanent, reachable, failed …; `proxy`; empty where not said
    Evidence evidence;
    Evidence otherMac{};         // a line of the same moment that says another one
};

/// Where a bridge or tunnel device sends frames to a MAC address.
struct ForwardingEntry {
    MacAddress mac;
    std::string interface;
    std::optional<IpAddress> destination; // the tunnel's other end
    std::string master;
    std::optional<std::uint16_t> vlan;
    bool permanent = false;
    Evidence evidence;
};

} // namespace vethscope
