#include "core/kernel/tablelookup.h"

#include "core/sentence/phrase.h"

#include <algorithm>
#include <span>

namespace vethscope::kernel {
namespace {

// How much the device counts: rt6_score_route.
class DeviceScore
{
public:
    explicit DeviceScore(const Packet &packet)
        : m_device(packet.isForwarded() ? packet.inInterface : packet.outInterface)
        , m_strict(isOfOneLink(packet.destination) || (!packet.isForwarded() && !m_device.empty() && packet.source.isAny()))
    {
    }

    // Less than nothing: the hop is not taken.
    int of(const Route &hop) const
    {
        if (hop.dead)
            return -1;
        if (m_device.empty() || hop.interface == m_device)
            return 2;
        return m_strict ? -1 : 0;
    }
    bool isStrict() const { return m_strict && !m_device.empty(); }
    std::string_view whyNot(const Route &hop) const { return hop.dead ? Phrase::of("dead next hop") : Phrase::of("other device"); }

private:
    // rt6_need_strict: the same address may be on every link.
    static bool isOfOneLink(const IpAddress &address) { return address.isMulticast() || address.isLinkLocal() || address.isLoopback(); }

    const std::string &m_device;
    bool m_strict;
};

struct Scored {
    const RouteGroup *group = nullptr;
    const Route *hop = nullptr;
    int score = -1;
};

void improve(Scored &best, const RouteGroup &group, const DeviceScore &device)
{
    for (const Route &hop : group.hops)
        if (const int score = device.of(hop); score > best.score)
            best = {&group, &hop, score};
}

// find_rr_leaf: of the routes of one prefix those with the lowest metric, and only if none of them will do all others alike.
Scored bestOf(std::span<const RouteGroup> prefix, const DeviceScore &device)
{
    const std::uint32_t metric = prefix.front().metric();
    Scored best;
    for (const RouteGroup &group : prefix)
        if (group.metric() == metric)
            improve(best, group, device);
    if (best.group)
        return best;
    for (const RouteGroup &group : prefix)
        improve(best, group, device);
    return best;
}

// fib6_select_path: any of the hops that will do, by their weights; where those are asked that will not, the first of the others.
FoundRoute foundAt(const Scored &place, const DeviceScore &device)
{
    std::vector<const Route *> hops;
    for (const Route &hop : place.group->hops)
        if (device.of(hop) >= 0)
            hops.push_back(&hop);
    FoundRoute found{shared(hops), {}};
    if (device.isStrict() && hops.size() > 1 && hops.size() < place.group->hops.size())
        for (NextHop &hop : found.hops)
            hop.probability.reset();
    return found;
}

void rejectOthers(Tried &tried, std::span<const RouteGroup> groups, const Scored &place, const DeviceScore &device)
{
    for (const RouteGroup &group : groups) {
        for (const Route &hop : group.hops) {
            if (&group == place.group && device.of(hop) >= 0)
                continue; // taken
            const std::string_view lost = lostAgainst(hop, *place.hop);
            const bool byDevice = device.of(hop) < place.score && (device.of(hop) < 0 || lost == "added later");
            tried.rejected.push_back({hop.evidence, byDevice ? device.whyNot(hop) : lost});
        }
    }
}

} // namespace

Tried tryRoutes6(const std::vector<RouteGroup> &groups, const Packet &packet)
{
    const DeviceScore device(packet);
    Tried tried;
    for (auto first = groups.begin(); first != groups.end();) {
        const auto isShorter = [&](const RouteGroup &group) { return group.route().to.length < first->route().to.length; };
        const auto end = std::find_if(first, groups.end(), isShorter);
        const Scored place = bestOf({first, end}, device);
        if (place.group && place.hop->type == "throw") {
            tried.rejected.push_back({place.hop->evidence, Phrase::of("throw")});
            tried.thrown = true;
            return tried;
        }
        if (place.group) {
            tried.found = foundAt(place, device);
            rejectOthers(tried, {first, groups.end()}, place, device);
            return tried;
        }
        for (const RouteGroup &group : std::span(first, end))
            for (const Route &hop : group.hops)
                tried.rejected.push_back({hop.evidence, device.whyNot(hop)});
        first = end;
    }
    return tried;
}

} // namespace vethscope::kernel
