#include "core/kernel/routegroups.h"

#include "core/sentence/phrase.h"

#include <algorithm>
#include <tuple>

namespace vethscope::kernel {
namespace {

auto orderOf(const Route &route)
{
    const int tos = route.to.address.isV4() ? route.tos : 0;
    return std::tuple(-route.to.length, -tos, route.metric.value_or(0));
}

bool isNextHopOf(const Route &route, const RouteGroup &group)
{
    return route.weight && group.route().weight && orderOf(route) == orderOf(group.route());
}

} // namespace

std::vector<RouteGroup> groupsOf(std::vector<Route> routes)
{
    std::ranges::stable_sort(routes, {}, orderOf);
    std::vector<RouteGroup> groups;
    for (Route &route : routes) {
        if (!groups.empty() && isNextHopOf(route, groups.back()))
            groups.back().hops.push_back(std::move(route));
        else
            groups.push_back({{std::move(route)}});
    }
    return groups;
}

bool isRejecting(const Route &route)
{
    return route.type == "blackhole" || route.type == "unreachable" || route.type == "prohibit";
}

std::string_view lostAgainst(const Route &loser, const Route &winner)
{
    if (loser.to.length < winner.to.length)
        return Phrase::of("shorter prefix");
    if (loser.to.address.isV4() && loser.tos < winner.tos)
        return Phrase::of("less exact type of service");
    if (loser.metric.value_or(0) > winner.metric.value_or(0))
        return Phrase::of("worse metric");
    return Phrase::of("added later");
}

void reject(std::vector<Rejected> &rejected, const RouteGroup &group, std::string_view because)
{
    for (const Route &hop : group.hops)
        rejected.push_back({hop.evidence, because});
}

std::vector<NextHop> shared(const std::vector<const Route *> &hops)
{
    const auto weightOf = [](const Route *hop) { return hop->weight.value_or(1); };
    double all = 0;
    for (const Route *hop : hops)
        all += weightOf(hop);
    std::vector<NextHop> shares;
    for (const Route *hop : hops)
        shares.push_back({*hop, weightOf(hop) / all});
    return shares;
}

} // namespace vethscope::kernel
