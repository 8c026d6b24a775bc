#pragma once

#include "core/kernel/answer.h"
#include "core/kernel/table.h"

namespace vethscope::kernel {

/// The source that a kernel gives to what it sends itself by this route, where the sender chose none.
///
/// IPv4: the route's `src`, else a primary address of its device, one of the next hop's network before others, of no wider scope than the
/// route's; else of any other device (net/ipv4/fib_semantics.c fib_result_prefsrc, net/ipv4/devinet.c inet_select_addr).
///
/// IPv6: the route's `src`, else RFC 6724, section 5, rules 1, 2, 5 and 6 (net/ipv6/addrconf.c ipv6_dev_get_saddr). Which addresses are
/// deprecated, temporary or optimistic is not told: where more than one is left it is unseen.
Answer<IpAddress> sourceAddress(const NetworkNamespace &space, const Route &route, const IpAddress &destination);

} // namespace vethscope::kernel
