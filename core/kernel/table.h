#pragma once

#include "core/cluster/networknamespace.h"
#include "core/kernel/answer.h"
#include "core/kernel/packet.h"

#include <optional>
#include <string_view>
#include <vector>

namespace vethscope::kernel {

/// One way on, of a route with one or several.
struct NextHop {
    Route route;
    std::optional<double> probability = 1.0; // nothing: it depends on what no command prints
};

/// A route that a table gives: unicast, local, broadcast …, or blackhole, unreachable, prohibit, which end the search as well.
struct FoundRoute {
    std::vector<NextHop> hops;     // one at least
    std::vector<Route> notTaken{}; // the other next hops of the same IPv4 route: dead, or by another device than the one asked for

    const Route &route() const { return hops.front().route; }
};

/// Asks one routing table: net/ipv4/fib_trie.c fib_table_lookup, net/ipv6/route.c fib6_table_lookup. None: the next rule's table is asked;
/// so after a `throw`, which is among the rejected. Of local, and of main where it was not printed, the routes count that addresses imply.
Answer<FoundRoute> lookUpTable(const NetworkNamespace &space, std::string_view table, const Packet &packet);

/// What was printed or is implied of one table around one destination.
struct TableRoutes {
    std::vector<Route> routes; // in the order they were printed
    bool whole = false;
    std::string ask{};         // the command that would tell the rest
};
TableRoutes routesOf(const NetworkNamespace &space, std::string_view table, const IpAddress &destination);

} // namespace vethscope::kernel
