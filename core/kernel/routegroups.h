#pragma once

#include "core/cluster/route.h"
#include "core/kernel/answer.h"
#include "core/kernel/table.h"

#include <string_view>
#include <vector>

namespace vethscope::kernel {

/// A route as the kernel has it, with all its next hops, which facts list one by one.
struct RouteGroup {
    std::vector<Route> hops; // one at least

    const Route &route() const { return hops.front(); }
    /// What a metric that was not printed is.
    std::uint32_t metric() const { return route().metric.value_or(0); }
};

/// The routes around one destination in the order in which the kernel tries them: the longest prefix, then of IPv4 the greatest type
/// of service, then the lowest metric (net/ipv4/fib_trie.c fib_find_alias, net/ipv6/ip6_fib.c fib6_add_rt2node), then as they were printed.
std::vector<RouteGroup> groupsOf(std::vector<Route> routes);

/// Whether finding it ends the search without a next hop: blackhole, unreachable, prohibit (fib_props in net/ipv4/fib_semantics.c).
bool isRejecting(const Route &route);

/// Why a route that holds the destination was not taken where the other one was.
std::string_view lostAgainst(const Route &loser, const Route &winner);

/// Adds all hops of a group to the rejected.
void reject(std::vector<Rejected> &rejected, const RouteGroup &group, std::string_view because);

/// The hops with the chance of each by its weight (fib_rebalance, rt6_multipath_rebalance).
std::vector<NextHop> shared(const std::vector<const Route *> &hops);

} // namespace vethscope::kernel
