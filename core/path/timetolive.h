#pragma once

#include "core/path/headers.h"
#include "core/path/places.h"

namespace vethscope::path {

/// What a kernel writes where nobody says otherwise: net.ipv4.ip_default_ttl (net/ipv4/ip_output.c ip_select_ttl) and
/// net.ipv6.conf.all.hop_limit (net/ipv6/route.c ip6_dst_hoplimit), 64 where they were not printed. VXLAN's `ttl auto` is the same.
Traced<std::optional<std::uint8_t>> defaultTimeToLive(const Place &place, bool v6);

/// What a tunnel's device writes outside: the number that it was given, the inner packet's where it inherits, or what it writes of itself: of IP in IP the
/// inner packet's (net/ipv4/ip_tunnel.c ip_tunnel_xmit), else the kernel's default (drivers/net/vxlan/vxlan_core.c vxlan_xmit_one, `ttl auto`).
Traced<std::optional<std::uint8_t>> tunnelTimeToLive(const Place &place, const NetworkInterface &device, const IpHeader &inner, bool outerIsV6);

} // namespace vethscope::path
