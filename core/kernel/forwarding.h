#pragma once

#include "core/cluster/networknamespace.h"
#include "core/kernel/answer.h"

#include <string_view>

namespace vethscope::kernel {

/// Whether a machine passes on what comes in by a device: net.ipv4.conf.DEVICE.forwarding (net/ipv4/route.c ip_route_input_slow,
/// IN_DEV_FORWARD), to which a change of net.ipv4.ip_forward sets all devices; for IPv6 net.ipv6.conf.all.forwarding alone
/// (net/ipv6/ip6_output.c ip6_forward).
Answer<bool> forwardsFrom(const NetworkNamespace &space, std::string_view device, bool v6);

} // namespace vethscope::kernel
