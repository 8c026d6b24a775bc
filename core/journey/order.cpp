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
    for (std::size_t tuple = 0; tuple < sightings.tuples.size(); ++tuple) {
        for (const auto &[point, timeToLive] : sightings.seenAt[tuple]) {
            const std::size_t host = of(point);
            Home &home = m_homes.try_emplace(sightings.tuples[tuple].source, Home{host, timeToLive}).first->second;
            if (timeToLive > home.timeToLive)
                home = {host, timeToLive};
            else if (timeToLive == home.timeToLive && host != home.host)
                home.isOnly = false;
        }
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

void putInOrder(Packet &packet, const HostOrder &hosts, const HostClocks &clocks, const PacketStore &store)
{
    for (PacketHop &hop : packet.hops)
        std::ranges::sort(hop.sightings, {}, &CloseLook::row);
    const auto time = [&](const PacketHop &hop) { return clocks.corrected(hosts.of(hop.point()), store.time(hop.first().row)); };
    const auto key = [&](const PacketHop &hop) { return std::pair(hosts.progress(hop.first()), time(hop)); };
    std::ranges::stable_sort(packet.hops, {}, key);
}

} // namespace vethscope::journey
