#include "core/journey/arrivals.h"

#include <algorithm>

namespace vethscope::journey {

Arrivals::Arrivals(const JourneyPoints &points, const Journeys &journeys, const path::Places &places)
    : m_points(points), m_journeys(journeys), m_places(places), m_own(points.size())
{
    std::vector<bool> isFirst(points.size(), true);
    for (std::size_t tuple = 0; tuple < journeys.sightings.tuples.size(); ++tuple) {
        for (const Sightings::At &at : journeys.sightings.seenAt[tuple]) {
            const explain::Point &place = points[at.point].place;
            if (place.place || place.pod.empty())
                continue;
            addTo(m_own[at.point], journeys.sightings.tuples[tuple], isFirst[at.point]);
            isFirst[at.point] = false;
        }
    }
}

// What stands in this packet and in all before.
void Arrivals::addTo(std::set<IpAddress> &own, const Tuple &tuple, bool isFirst)
{
    if (isFirst)
        own = {tuple.source, tuple.destination};
    else
        std::erase_if(own, [&](const IpAddress &address) { return address != tuple.source && address != tuple.destination; });
}

bool Arrivals::isArrival(const Journey &journey, std::size_t hop) const
{
    const std::uint16_t point = journey.hops[hop].point;
    const Tuple &tuple = m_journeys.sightings.tuples[journey.hops[hop].tuple];
    if (const path::Place *const place = m_points[point].place.place)
        return std::ranges::any_of(m_places.owners().of(tuple.destination), [&](const Owner &owner) { return m_places.of(owner) == place; });
    // Where both ends stand in every packet, one that came from elsewhere has arrived.
    return m_own[point].contains(tuple.destination) && (hop > 0 || !m_own[point].contains(tuple.source));
}

const path::Place *Arrivals::podOf(const IpAddress &address) const
{
    const auto owners = m_places.owners().of(address);
    const path::Place *const owner = owners.size() == 1 ? m_places.of(owners.front()) : nullptr;
    return owner && owner->isPod() ? owner : nullptr;
}

bool Arrivals::isToItself(const Journey &journey, const IpAddress &address) const
{
    const path::Place *const pod = podOf(address);
    return pod && podOf(m_journeys.tupleOf(journey).source) == pod;
}

std::vector<std::uint16_t> Arrivals::homeOf(const IpAddress &address) const
{
    const path::Place *const pod = podOf(address);
    if (!pod)
        return {};
    std::vector<std::uint16_t> veths, own;
    for (const NetworkInterface &device : pod->net->interfaces) {
        const auto end = m_places.otherEnd(*pod, device.name);
        for (std::uint16_t point = 0; point < m_points.size(); ++point) {
            const explain::Point &place = m_points[point].place;
            if (place.place == pod && place.interface == device.name)
                own.push_back(point);
            else if (end && place.place == end->place && place.interface == end->interface)
                veths.push_back(point);
        }
    }
    veths.insert(veths.end(), own.begin(), own.end());
    return veths;
}

} // namespace vethscope::journey
