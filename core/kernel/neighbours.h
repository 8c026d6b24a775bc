#pragma once

#include "core/kernel/answer.h"
#include "core/kernel/table.h"

namespace vethscope::kernel {

/// The link's address for a next hop.
struct LinkAddress {
    enum class From : std::uint8_t { Entry, Group, NotNeeded };

    From from = From::Entry;
    std::optional<MacAddress> mac{};    // nothing where the device needs none
    std::optional<Neighbour> entry{};   // only From::Entry
};

/// Whether an entry gives an address as it stands: reachable, stale, delay, probe, permanent, noarp (NUD_VALID in include/net/neighbour.h).
/// Tables without states, net-tools', list what is valid.
bool isUsable(const Neighbour &entry);

/// The neighbour table: net/core/neighbour.c neigh_resolve_output, net/ipv4/arp.c arp_constructor, net/ipv6/ndisc.c ndisc_constructor.
/// None: there is no usable entry, and the kernel asks the link anew; one that is failed or incomplete is among the rejected. Entries of
/// `ip neigh show proxy` are no neighbours; those in state noarp are listed only when asked for (`nud noarp`). `type` is the route's:
/// broadcast needs no entry.
Answer<LinkAddress> linkAddress(const NetworkNamespace &space, std::string_view device, const IpAddress &nextHop,
                                std::string_view type = "unicast");

/// Whose link address a packet needs: the gateway's, or the destination's itself, which is on the link (net/ipv4/route.c rt_nexthop). IPv4
/// takes a gateway that is an own address for none (net/ipv4/fib_semantics.c fib_check_nh: its scope is host then, and
/// net/ipv4/route.c rt_set_nexthop asks for link).
IpAddress nextHopOf(const NetworkNamespace &space, const Route &route, const IpAddress &destination);

} // namespace vethscope::kernel
