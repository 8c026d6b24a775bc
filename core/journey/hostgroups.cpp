#include "core/journey/hostgroups.h"

#include "core/journey/sets.h"

namespace vethscope::journey {

std::vector<std::size_t> hostGroupsOf(const Journeys &journeys)
{
    const std::size_t hosts = journeys.clocks.hosts().size();
    Sets sets(hosts);
    for (const Journey &journey : journeys.all)
        for (const JourneyHop &hop : journey.hops)
            sets.join(static_cast<std::uint32_t>(journeys.hosts[journey.hops.front().point]), static_cast<std::uint32_t>(journeys.hosts[hop.point]));
    std::vector<std::size_t> groups;
    for (std::uint32_t host = 0; host < hosts; ++host)
        groups.push_back(sets.of(host));
    return groups;
}

std::vector<bool> hostsWithPackets(const Journeys &journeys)
{
    std::vector<bool> have(journeys.clocks.hosts().size());
    for (const auto &seenAt : journeys.sightings.seenAt)
        for (const Sightings::At &at : seenAt)
            have[journeys.hosts[at.point]] = true;
    return have;
}

} // namespace vethscope::journey
