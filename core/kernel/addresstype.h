#pragma once

#include "core/cluster/networknamespace.h"
#include "core/kernel/answer.h"

#include <string_view>

namespace vethscope::kernel {

/// 0.0.0.0/8: this network (RFC 1122, section 3.2.1.3).
bool isZeroNetwork(const IpAddress &address);
/// 255.255.255.255, which no router forwards.
bool isLimitedBroadcast(const IpAddress &address);

/// What an address is to a machine: local, broadcast, multicast, unicast, or another type that its table `local` has. With a device, it is local only where
/// that device has it (net/ipv4/fib_frontend.c __inet_dev_addr_type; net/netfilter/xt_addrtype.c match_lookup_rt6 for IPv6). A device of
/// no name asks for none.
Answer<std::string_view> addressType(const NetworkNamespace &space, const IpAddress &address, std::string_view device = {});

} // namespace vethscope::kernel
