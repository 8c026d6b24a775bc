#pragma once

#include "core/cluster/networknamespace.h"
#include "core/kernel/answer.h"

#include <string_view>

namespace vethscope::kernel {

/// The device of a name. None: all devices were printed and it is not among them.
Answer<const NetworkInterface *> device(const NetworkNamespace &space, std::string_view name);

/// Whether frames leave by it: it is up and has a carrier (net/core/dev.c __dev_queue_xmit drops what a device that is down is given).
/// None as for device().
Answer<bool> carries(const NetworkNamespace &space, std::string_view name);

/// Whether what it sends needs the address of a neighbour; not so of IFF_NOARP and loopback devices: IPIP, TUN, WireGuard. Nothing where
/// its link type was not told.
std::optional<bool> asksNeighbours(const NetworkInterface &device);

} // namespace vethscope::kernel
