#include "core/journey/order.h"

#include <algorithm>

namespace vethscope::journey {

HostOrder::HostOrder(const JourneyPoints &points, const Sightings &sightings, const path::Places &places) : m_sightings(sightings)
{
    std::map<std::string, std::size_t> known;
    for (const JourneyPoint &point : points.all()) {
        const auto [place, isNew] = point.host.empty() ? std::pair(known.end(), true) : known.try_emplace(point.host, m_names.size());
        m_hosts.push_back(isNew ? m_names.size() : place->second);
        if (isNew)
            m_names.push_back(point.host);
    }
    for (const Sighting &one : sightings.all) {
        const std::size_t host = of(one.point);
        const auto [place, isNew] = m_homes.try_emplace(sightings.tuples[one.tuple].source, Home{host, one.timeToLive});
        Home &home = place->second;
        if (one.timeToLive > home.timeToLive)
            home = {host, one.timeToLive};
        else if (one.timeToLive == home.timeToLive && host != home.host)
            home.isOnly = false;
    }
    for (const auto &[address, owners] : places.owners().addresses()) {
        const path::Place *const place = owners.size() == 1 ? places.of(owners.front()) : nullptr;
        if (const auto host = place ? known.find(place->node) : known.end(); host != known.end())
            m_homes.insert_or_assign(address, Home{host->second, 0});
    }
}

std::pair<int, int> HostOrder::progress(const Sighting &one) const
{
    const Tuple &tuple = m_sightings.tuples[one.tuple];
    const auto isHome = [&](const IpAddress &address) {
        const auto home = m_homes.find(address);
        return home != m_homes.end() && home->second.isOnly && home->second.host == of(one.point);
    };
    return {-int(one.timeToLive), isHome(tuple.source) ? 0 : isHome(tuple.destination) ? 2 : 1};
}

void HostOrder::addCrossings(const std::vector<Sighting> &packet, const PacketStore &store, Crossings &crossings) const
{
    for (std::size_t i = 0; i < packet.size(); ++i)
        for (std::size_t k = i + 1; k < packet.size(); ++k)
            if (packet[i].point == packet[k].point)
                return;
    for (const Sighting &one : packet) {
        for (const Sighting &other : packet) {
            const std::size_t from = of(one.point), to = of(other.point);
            if (from == to || progress(one) >= progress(other))
                continue;
            crossings.add({from, to, store.time(one.row), store.time(other.row)});
        }
    }
}

void putInOrder(Journey &journey, const HostOrder &hosts, const HostClocks &clocks, const PacketStore &store)
{
    for (JourneyHop &hop : journey.hops)
        std::ranges::sort(hop.sightings, {}, &Sighting::row);
    const auto time = [&](const JourneyHop &hop) { return clocks.corrected(hosts.of(hop.point), store.time(hop.first().row)); };
    const auto key = [&](const JourneyHop &hop) { return std::pair(hosts.progress(hop.first()), time(hop)); };
    std::ranges::stable_sort(journey.hops, {}, key);
}

} // namespace vethscope::journey
