#pragma once

#include "core/address/address.h"

namespace vethscope::kernel {

/// The MAC address that a multicast address maps to: 01:00:5e and its last 23 bits (RFC 1112, section 6.4; include/net/ip.h
/// ip_eth_mc_map), 33:33 and its last 32 (RFC 2464, section 7; include/net/ndisc.h ipv6_eth_mc_map).
MacAddress multicastMac(const IpAddress &group);
MacAddress broadcastMac();

} // namespace vethscope::kernel
