#pragma once

#include "core/kernel/rules.h"
#include "core/kernel/table.h"

namespace vethscope::kernel {

/// What becomes of a packet by the rules and tables of one kernel.
struct Routing {
    std::string type;                   // the route's: unicast, local, broadcast, blackhole …; or the rule's own: blackhole, unreachable, prohibit
    RuleFact rule{};                    // that asked the table, or decided by itself
    std::vector<NextHop> hops{};        // none where the rule decided
    std::vector<Route> notTaken{};      // the route's other next hops, as FoundRoute has them
    std::vector<Rejected> otherRules{}; // those before it that did not hold

    const Route *route() const { return hops.empty() ? nullptr : &hops.front().route; }
};

/// Rules and tables together: net/core/fib_rules.c fib_rules_lookup, for IPv4 net/ipv4/fib_rules.c __fib_lookup, for IPv6
/// net/ipv6/fib6_rules.c fib6_rule_lookup. None: no table has a route, ENETUNREACH. Where a rule asks for what is not understood and its
/// table has a route, it is unseen. What an IPv4 socket bound to a device sends has a route in any case: to its link, without a line or rule
/// (net/ipv4/route.c ip_route_output_key_hash_rcu). What is unseen is found where somebody asked this very question of the machine (`ip route get`).
/// As long as nobody ever changed a rule, IPv4 keeps local and main in one trie, so that a longer prefix of main would win over a
/// shorter one of local; no table of a cluster has such.
Answer<Routing> lookUpRoute(const NetworkNamespace &space, const Packet &packet);

/// What the machine answered when it was asked for just this packet.
Answer<Routing> recordedRoute(const NetworkNamespace &space, const Packet &packet);

} // namespace vethscope::kernel
