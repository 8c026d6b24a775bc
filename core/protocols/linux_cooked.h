#pragma once

#include "core/dissect/field.h"

#include <array>

namespace vethscope {

/// Which way a cooked frame went, seen from the capturing host (PACKET_HOST … in linux/if_packet.h).
constexpr auto cookedPacketTypes = std::to_array<ValueName>({
    {0, "Unicast to us"}, {1, "Broadcast"}, {2, "Multicast"}, {3, "Unicast to another host"}, {4, "Sent by us"},
});

} // namespace vethscope
