#pragma once

#include "core/dissect/field.h"
#include "core/protocols/names.h"
#include "core/protocols/protocols.h"

#include <array>

namespace vethscope {

/// Which way a cooked frame went, seen from the capturing host (PACKET_HOST … in linux/if_packet.h).
constexpr auto cookedPacketTypes = std::to_array<ValueName>({
    {0, "Unicast to us"}, {1, "Broadcast"}, {2, "Multicast"}, {3, "Unicast to another host"}, {4, "Sent by us"},
});

/// Linux' own numbers below the EtherTypes (ETH_P_802_3 … in linux/if_ether.h).
constexpr auto cookedLinuxTypes = std::to_array<ValueName>({
    {1, "Raw 802.3"}, {3, "Ethernet"}, {4, "802.2 LLC"}, {7, "PPP over HDLC"}, {12, "CAN"},
});

/// The step of a cooked header: its type field is an EtherType or one of Linux' own numbers.
inline Step cookedStep(std::size_t headerSize, std::uint16_t type)
{
    if (isEtherType(type))
        return {.size = headerSize, .claims = {{{Claim::EtherType, type}}}};
    switch (type) {
    case 3: return {.size = headerSize, .next = &protocols::ethernet};
    case 4: return {.size = headerSize, .next = &protocols::llc};
    case 7: return {.size = headerSize, .next = &protocols::ppp};
    default: return {.size = headerSize};
    }
}

} // namespace vethscope
