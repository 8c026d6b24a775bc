#include "core/kernel/routing.h"

#include <algorithm>

namespace vethscope::kernel {
namespace {

// A question without a source is that of a socket which then takes the answer's.
bool isAbout(const RouteAnswerFact &fact, const Packet &packet)
{
    const bool sameSource = fact.from ? *fact.from == packet.source : packet.source.isAny() || fact.route.source == packet.source;
    return fact.to == packet.destination && sameSource && fact.inInterface == packet.inInterface && fact.mark.value_or(0) == packet.mark
        && fact.route.tos == packet.tos && packet.outInterface.empty();
}

Route routeOf(const RouteAnswerFact &fact)
{
    Route route = vethscope::routeOf(fact.route);
    route.evidence = fact.evidence;
    return route;
}

} // namespace

Answer<Routing> recordedRoute(const NetworkNamespace &space, const Packet &packet)
{
    const auto fact = std::ranges::find_if(space.answers, [&](const RouteAnswerFact &answer) { return isAbout(answer, packet); });
    if (fact == space.answers.end())
        return Answer<Routing>::unseen("ip route get " + packet.destination.text());
    return Answer<Routing>::found({fact->route.type, {}, {{routeOf(*fact)}}, {}, {}}, fact->evidence);
}

} // namespace vethscope::kernel
