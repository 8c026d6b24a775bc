#pragma once

#include "core/journey/journey.h"

#include <set>
#include <vector>

namespace vethscope::journey {

/// Which points are where packets are going, as far as addresses tell: a node's or pod's own device, or, of a pod that no snapshot knows,
/// the one whose address stands in every packet.
class Arrivals
{
public:
    /// All of them outlive it.
    Arrivals(const JourneyPoints &points, const Journeys &journeys, const path::Places &places);

    /// Whether that hop of the journey is where it was going.
    bool isArrival(const Journey &journey, std::size_t hop) const;
    /// What everything must pass that goes to that address, whatever its way: the node's end of the pod's veth and the pod's own devices.
    /// None where no pod has the address, or several have it.
    std::vector<std::uint16_t> homeOf(const IpAddress &address) const;
    /// Whether it comes from the pod that has the address, to which it goes by a service: there it passes twice.
    bool isToItself(const Journey &journey, const IpAddress &address) const;

private:
    const path::Place *podOf(const IpAddress &address) const;
    static void addTo(std::set<IpAddress> &own, const Tuple &tuple, bool isFirst);

    const JourneyPoints &m_points;
    const Journeys &m_journeys;
    const path::Places &m_places;
    std::vector<std::set<IpAddress>> m_own; // addresses in every packet, of each such point
};

} // namespace vethscope::journey
