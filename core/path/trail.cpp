#include "core/path/trail.h"

#include <algorithm>

namespace vethscope::path {

void Trail::enter(std::string_view device, SeenOn where)
{
    hops.push_back({place->node, place->pod, std::string(device), where, packet, std::move(steps)});
    steps.clear();
}

void Trail::mayPart(Doubt doubt)
{
    probability = std::nullopt;
    doubts.push_back(std::move(doubt));
}

void Trail::leaveKernel()
{
    connection = {};
    came.reset();
    isPrerouted = false;
    translation.clear();
    packet.mark = 0;
}

void Trail::enterRouter()
{
    hops.push_back({{}, {}, {}, SeenOn::Router, packet, std::move(steps)});
    steps.clear();
}

void Trail::assume(HostTable table, std::string_view ask)
{
    const auto isSame = [&](const AssumedFact &fact) { return fact.node == place->node && fact.pod == place->pod && fact.table == table; };
    if (std::ranges::none_of(assumed, isSame))
        assumed.push_back({place->node, place->pod, table, std::string(ask)});
}

void Trail::assume(const std::vector<kernel::Assumed> &all)
{
    for (const kernel::Assumed &one : all)
        assume(one.table, one.ask);
}

} // namespace vethscope::path
