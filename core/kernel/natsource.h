#pragma once

#include "core/cluster/networknamespace.h"
#include "core/kernel/answer.h"
#include "core/kernel/packet.h"
#include "core/kernel/passage.h"

namespace vethscope::kernel {

/// The source that MASQUERADE gives: an address of the device that the packet leaves by, the one that fits the next hop (net/netfilter/nf_nat_masquerade.c
/// nf_nat_masquerade_ipv4, inet_select_addr; nf_nat_masquerade_ipv6, ipv6_dev_get_saddr). None: it has none, and the packet is dropped.
Answer<IpAddress> masqueradeSource(const NetworkNamespace &space, const Packet &packet, const Crossing &crossing);

/// The destination that REDIRECT gives: the machine itself, by the address of the device that the packet came by; of what it sends itself the loopback
/// address (net/netfilter/nf_nat_redirect.c). None: the device has no address, and the packet is dropped.
Answer<IpAddress> redirectDestination(const NetworkNamespace &space, const Packet &packet);

} // namespace vethscope::kernel
