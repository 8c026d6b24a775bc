#include "core/journey/flowsneeded.h"

#include "core/journey/sets.h"
#include "core/journey/tupleends.h"

#include <algorithm>

namespace vethscope::journey {
namespace {

std::optional<std::size_t> placeOf(const Tuple &tuple, const std::vector<Tuple> &tuples)
{
    const auto place = std::ranges::find(tuples, tuple);
    return place != tuples.end() ? std::optional(static_cast<std::size_t>(place - tuples.begin())) : std::nullopt;
}

// Any flow that joins hosts which no other did before.
void addJoining(const Journeys &journeys, std::vector<bool> &needed)
{
    Sets hosts(journeys.hosts.size());
    for (std::size_t tuple = 0; tuple < journeys.sightings.tuples.size(); ++tuple) {
        const auto &seenAt = journeys.sightings.seenAt[tuple];
        for (const Sightings::At &at : seenAt)
            if (hosts.join(static_cast<std::uint32_t>(journeys.hosts[seenAt.front().point]), static_cast<std::uint32_t>(journeys.hosts[at.point])))
                needed[journeys.flows[tuple]] = true;
    }
}

} // namespace

std::vector<bool> flowsNeeded(const Journeys &journeys, const std::optional<Tuple> &tuple)
{
    const std::vector<Tuple> &tuples = journeys.sightings.tuples;
    std::vector<bool> needed(journeys.flowCount());
    addJoining(journeys, needed);
    const auto own = tuple ? placeOf(*tuple, tuples) : std::nullopt;
    if (!own)
        return needed;
    const std::uint32_t flow = journeys.flows[*own];
    needed[flow] = true;
    for (std::size_t name = 0; name < tuples.size(); ++name)
        if (journeys.flows[name] == flow)
            if (const auto back = placeOf(turned(tuples[name]), tuples))
                needed[journeys.flows[*back]] = true;
    return needed;
}

} // namespace vethscope::journey
