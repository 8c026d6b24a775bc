#pragma once

#include "core/cluster/networknamespace.h"
#include "core/kernel/answer.h"
#include "core/kernel/packet.h"

#include <cstdint>

namespace vethscope::kernel {

/// Whether a packet fits through a route's device.
struct Fit {
    enum class How : std::uint8_t { Whole, Fragments, TooBig };

    How how = How::Whole;
    std::uint32_t mtu = 0;

    friend bool operator==(const Fit &, const Fit &) = default;
};

/// The route's `mtu` where it has one, else the device's (include/net/ip.h ip_dst_mtu_maybe_forward, include/net/ip6_route.h
/// ip6_dst_mtu_maybe_forward, never less than IPv6's 1280). What is longer: IPv4 without DF is sent in fragments
/// (net/ipv4/ip_output.c ip_fragment); with DF, and IPv6 that is forwarded, it is dropped, PKT_TOO_BIG, and its sender is told
/// (net/ipv4/ip_forward.c ip_exceeds_mtu, net/ipv6/ip6_output.c ip6_forward).
Answer<Fit> fit(const NetworkNamespace &space, const Route &route, const Packet &packet);

/// Whether a packet that is to be forwarded has no hop left: it is dropped, IP_INHDR, and its sender is told (net/ipv4/ip_forward.c
/// ip_forward, net/ipv6/ip6_output.c ip6_forward).
bool isLastHop(const Packet &packet);

} // namespace vethscope::kernel
