#include "core/kernel/tablelookup.h"

namespace vethscope::kernel {

Answer<FoundRoute> lookUpTable(const NetworkNamespace &space, std::string_view table, const Packet &packet)
{
    TableRoutes routes = routesOf(space, table, packet.destination);
    const std::vector<RouteGroup> groups = groupsOf(std::move(routes.routes));
    Tried tried = packet.isV6() ? tryRoutes6(groups, packet) : tryRoutes4(groups, packet);

    Answer<FoundRoute> answer;
    if (tried.found) {
        EvidenceList evidence;
        for (const NextHop &hop : tried.found->hops)
            evidence.push_back(hop.route.evidence);
        const bool beatsAll = tried.found->route().to.isHost();
        answer = Answer<FoundRoute>::found(*std::move(tried.found), std::move(evidence));
        if (!routes.whole && !beatsAll)
            answer.assumed.push_back({HostTable::Routes, std::move(routes.ask)});
    } else {
        answer = routes.whole || tried.thrown ? Answer<FoundRoute>::none() : Answer<FoundRoute>::unseen(routes.ask);
    }
    answer.rejected = std::move(tried.rejected);
    return answer;
}

} // namespace vethscope::kernel
