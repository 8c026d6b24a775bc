#pragma once

#include "core/cluster/networknamespace.h"
#include "core/kernel/answer.h"
#include "core/kernel/packet.h"

#include <string_view>

namespace vethscope::kernel {

/// What rp_filter does with a received packet: why it is dropped for its source, as the kernel's skb_drop_reason without its prefix
/// (IP_RPFILTER, IP_LOCAL_SOURCE, IP_INVALID_SOURCE); empty where it passes. `outInterface` is the device that it would be forwarded by,
/// empty where it is for the machine itself. Of a broadcast the kernel asks without its destination (ip_route_input_slow): give 0.0.0.0.
///
/// The filter's mode is the greater of net.ipv4.conf.all.rp_filter and the device's own: 0 off, 1 strict, 2 loose. The way back to the
/// source is looked up as if the packet went there. Strict: one of its next hops, dead or not, must be by the device the packet came
/// from. Loose: there must be a way back; on a device without an address it is strict all the same. Off: only an own address is no source,
/// unless accept_local. Where the mode was not printed but does not matter, that is the answer. IPv6 has no such filter.
///
/// net/ipv4/fib_frontend.c fib_validate_source, __fib_validate_source.
Answer<std::string_view> reversePath(const NetworkNamespace &space, const Packet &packet, std::string_view outInterface);

} // namespace vethscope::kernel
