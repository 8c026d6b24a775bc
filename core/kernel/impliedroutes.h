#pragma once

#include "core/cluster/networknamespace.h"

#include <string_view>
#include <vector>

namespace vethscope::kernel {

/// The routes around an address that the kernel adds to a table by itself for the addresses of its devices: each with the line of the
/// address. In local the address itself, its network's broadcast address, the network of loopback addresses and IPv6 multicast; in main
/// the network that the address makes reachable (net/ipv4/fib_frontend.c fib_add_ifaddr, net/ipv6/addrconf.c addrconf_prefix_route,
/// __ipv6_dev_ac_inc is left out: it takes forwarding). Addresses with `noprefixroute` have none in main, which no line here tells.
std::vector<Route> impliedRoutes(const NetworkNamespace &space, std::string_view table, const IpAddress &destination);

/// Whether an address was given to a device that already had one of the same network: IFA_F_SECONDARY (net/ipv4/devinet.c
/// __inet_insert_ifa). It adds no network, and is no source of its own accord.
bool isSecondary(const NetworkInterface &device, const InterfaceAddress &address);

} // namespace vethscope::kernel
