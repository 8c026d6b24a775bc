#include "core/kernel/tablelookup.h"

#include "core/sentence/phrase.h"

#include <algorithm>

namespace vethscope::kernel {
namespace {

// The bits of RFC 1349 that IPv4 compares, without the last (IPTOS_RT_MASK in include/net/route.h).
constexpr int comparedTos = 0x1c;

std::vector<const Route *> usableHops(const RouteGroup &group, const Packet &packet, std::vector<Rejected> &rejected)
{
    std::vector<const Route *> hops;
    for (const Route &hop : group.hops) {
        if (hop.dead)
            rejected.push_back({hop.evidence, Phrase::of("dead next hop")});
        else if (!packet.outInterface.empty() && hop.interface != packet.outInterface)
            rejected.push_back({hop.evidence, Phrase::of("other device")});
        else
            hops.push_back(&hop);
    }
    return hops;
}

std::vector<Route> othersOf(const RouteGroup &group, const std::vector<const Route *> &usable)
{
    std::vector<Route> others;
    for (const Route &hop : group.hops)
        if (std::ranges::find(usable, &hop) == usable.end())
            others.push_back(hop);
    return others;
}

bool isAlive(const RouteGroup &group)
{
    return std::ranges::any_of(group.hops, [](const Route &hop) { return !hop.dead; });
}

bool isGateway(const RouteGroup &group)
{
    return group.route().type == "unicast" && group.route().hasNextHop();
}

// Among default routes by gateways the kernel takes one that answers, by a state that is not printed: those of the winner's type of service
// and metric, and then those of no type of service with their lowest one (fib_select_default).
class LikeDefaults
{
public:
    LikeDefaults(const std::vector<RouteGroup> &groups, const RouteGroup &winner, const Packet &packet) : m_metric(winner.metric())
    {
        for (auto group = groups.begin(); group != groups.end() && !m_ended; ++group)
            if (group->route().to.length == 0 && (group->route().tos == 0 || group->route().tos == (packet.tos & comparedTos)))
                consider(*group, winner);
    }

    const std::vector<const RouteGroup *> &groups() const { return m_groups; }

private:
    void consider(const RouteGroup &group, const RouteGroup &winner)
    {
        const Route &route = group.route();
        if (group.metric() > m_metric && route.tos == m_tos) {
            m_ended = m_tos == 0;
            return;
        }
        if (!isAlive(group))
            return;
        m_tos = route.tos;
        m_metric = group.metric();
        if (!isGateway(group))
            return;
        if (m_groups.empty() && &group != &winner)
            m_ended = true;
        else
            m_groups.push_back(&group);
    }

    std::uint8_t m_tos = 0;
    std::uint32_t m_metric;
    bool m_ended = false;
    std::vector<const RouteGroup *> m_groups;
};

void addLikeDefaults(FoundRoute &found, const LikeDefaults &like)
{
    for (const RouteGroup *group : like.groups())
        if (group != like.groups().front())
            found.hops.push_back({group->route(), std::nullopt});
    if (found.hops.size() > 1)
        found.hops.front().probability.reset();
}

bool isAmong(const FoundRoute &found, const RouteGroup &group)
{
    const auto isOne = [&](const NextHop &hop) { return hop.route.evidence == group.route().evidence; };
    return !found.hops.front().probability && std::ranges::any_of(found.hops, isOne);
}

} // namespace

Tried tryRoutes4(const std::vector<RouteGroup> &groups, const Packet &packet)
{
    Tried tried;
    for (const RouteGroup &group : groups) {
        const Route &route = group.route();
        if (tried.found && isAmong(*tried.found, group))
            continue;
        if (tried.found) {
            reject(tried.rejected, group, lostAgainst(route, tried.found->route()));
        } else if (route.tos != 0 && route.tos != (packet.tos & comparedTos)) {
            reject(tried.rejected, group, Phrase::of("other type of service"));
        } else if (route.type == "throw") {
            reject(tried.rejected, group, Phrase::of("throw"));
            tried.thrown = true;
            return tried;
        } else if (isRejecting(route)) {
            tried.found = FoundRoute{{{route}}, {}};
        } else if (const auto hops = usableHops(group, packet, tried.rejected); !hops.empty()) {
            const bool bound = !packet.outInterface.empty();
            tried.found = FoundRoute{bound ? std::vector<NextHop>{{*hops.front()}} : shared(hops), othersOf(group, hops)};
            if (!bound && route.to.length == 0 && group.hops.size() == 1)
                addLikeDefaults(*tried.found, LikeDefaults(groups, group, packet));
        }
    }
    return tried;
}

} // namespace vethscope::kernel
