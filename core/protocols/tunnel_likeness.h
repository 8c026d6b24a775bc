#pragma once

#include "core/dissect/layerview.h"

#include <optional>

namespace vethscope {

// For tunnels on ports that nobody registered. A header by itself is too little to be sure of; a header with a
// packet behind it, whose lengths and checksum are right, is no accident.

/// Whether bytes are surely an IPv4 packet, as far as they were captured: its header's checksum is right.
bool surelyIpv4(Bytes bytes);

/// Whether bytes are surely an IPv6 packet, as far as they were captured.
bool surelyIpv6(Bytes bytes);

/// Whether bytes are surely an Ethernet frame that carries IPv4, IPv6 or ARP, tagged or not.
bool surelyEthernet(Bytes bytes);

/// The destination port of the datagram around a header, when neither of its ports is one that the header's
/// protocol has by registration: then the header was told by its content or by Decode As.
std::optional<std::uint16_t> unusualPort(const LayerView &view);

/// The port of a datagram that belongs to `protocol` by registration, if there is one.
std::optional<std::uint16_t> registeredPort(const LayerView &datagram, const Protocol &protocol);

} // namespace vethscope
