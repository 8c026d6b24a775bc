#pragma once

#include "core/kernel/routegroups.h"

namespace vethscope::kernel {

/// What trying the routes of one table in their order comes to.
struct Tried {
    std::optional<FoundRoute> found{};
    bool thrown = false; // a `throw` ended it
    std::vector<Rejected> rejected{};
};

/// net/ipv4/fib_trie.c fib_table_lookup and net/ipv4/fib_semantics.c fib_select_path.
Tried tryRoutes4(const std::vector<RouteGroup> &groups, const Packet &packet);
/// net/ipv6/route.c fib6_table_lookup, find_rr_leaf and net/ipv6/route.c fib6_select_path. Router preferences (`pref`) are not known here.
Tried tryRoutes6(const std::vector<RouteGroup> &groups, const Packet &packet);

} // namespace vethscope::kernel
