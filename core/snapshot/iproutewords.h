#pragma once

#include "core/sentence/sentence.h"
#include "core/snapshot/iproute2.h"
#include "core/snapshot/linkwords.h"

namespace vethscope {

/// A line of `ip route` taken apart.
struct RouteWords {
    RouteFact route{};       // without its line
    bool answer = false;     // only `ip route get` prints `uid` and `cache`
    std::optional<IpAddress> from{};   // what it was asked for besides: `from`, `mark`
    std::optional<std::uint32_t> mark{};
    bool reaches = false;    // it has a next hop, a device, or needs none
    Sentence complaint{};     // of a value that cannot be read while the route can: `src x.x.x.5`
};

/// `[TYPE] PREFIX via … dev … proto …` as iproute.c's print_route writes it; `route` has what the call asked for and the answer leaves
/// out. Nothing where the first words are no destination, or a word behind them is none that ip prints: prose ends no route. What
/// people write behind one, `# the gateway`, `<-- this one`, is left alone.
std::optional<RouteWords> routeWords(const Words &words, RouteFact route, bool v6);

/// `nexthop via 10.0.0.2 dev eth0 weight 1`: a copy of `route` with this next hop.
std::optional<RouteWords> nextHopWords(const Words &words, const RouteFact &route);

} // namespace vethscope
