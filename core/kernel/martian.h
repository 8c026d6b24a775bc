#pragma once

#include "core/kernel/answer.h"
#include "core/kernel/packet.h"
#include "core/cluster/networknamespace.h"

#include <string_view>

namespace vethscope::kernel {

/// Why a received packet is dropped for its addresses alone, before any table is asked: the kernel's skb_drop_reason without its prefix,
/// IP_INVALID_SOURCE, IP_INVALID_DEST or IP_LOCALNET; empty where it is not. Loopback addresses pass on a device with route_localnet, and
/// on the loopback device itself.
///
/// net/ipv4/route.c ip_route_input_slow (martian_source, martian_destination), net/ipv6/ip6_input.c ip6_rcv_core.
Answer<std::string_view> martian(const NetworkNamespace &space, const Packet &packet);

} // namespace vethscope::kernel
