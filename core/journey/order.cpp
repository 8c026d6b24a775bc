#include "core/journey/order.h"

#include <algorithm>

namespace vethscope::journey {
namespace {

// By what the TTL of each one's sighting tells, then by time.
template <typename Hops, typename Hop, typename Seen>
void putHopsInOrder(Hops &hops, Seen Hop::*sighting, const HostOrder &hosts)
{
    const auto key = [&](const Hop &hop) { return std::pair(hosts.progress(hop.*sighting), hop.time); };
    if (!std::ranges::is_sorted(hops, {}, key))
        std::ranges::stable_sort(hops, {}, key);
}

} // namespace

HostOrder::HostOrder(const JourneyPoints &points, const Sightings &sightings, const path::Places &places)
{
    std::map<IpAddress, Home> homes;
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
            Home &home = homes.try_emplace(sightings.tuples[tuple].source, Home{host, timeToLive}).first->second;
            if (timeToLive > home.timeToLive)
                home = {host, timeToLive};
            else if (timeToLive == home.timeToLive && host != home.host)
                home.isOnly = false;
        }
    }
    for (const auto &[address, owners] : places.owners().addresses()) {
        const path::Place *const place = owners.size() == 1 ? places.of(owners.front()) : nullptr;
        if (const auto host = place ? known.find(place->node) : known.end(); host != known.end())
            homes.insert_or_assign(address, Home{host->second, 0});
    }
    const auto homeOf = [&](const IpAddress &address) {
        const auto home = homes.find(address);
        return home != homes.end() && home->second.isOnly ? home->second.host : nobody;
    };
    for (const Tuple &tuple : sightings.tuples)
        m_ends.push_back({homeOf(tuple.source), homeOf(tuple.destination)});
}

std::pair<int, int> HostOrder::progress(const Sighting &one) const
{
    const Ends &ends = m_ends[one.tuple];
    const std::size_t host = of(one.point);
    return {-int(one.timeToLive), ends.source == host ? 0 : ends.destination == host ? 2 : 1};
}

void HostOrder::addCrossings(std::span<const std::pair<Sighting, std::int64_t>> packet, Crossings &crossings) const
{
    struct Passed {
        std::size_t host = 0;
        std::pair<int, int> progress{};
        std::int64_t time = 0;
    };
    static thread_local std::vector<Passed> all;
    all.clear();
    for (std::size_t i = 0; i < packet.size(); ++i) {
        const auto &[one, time] = packet[i];
        if (std::ranges::any_of(packet.first(i), [point = one.point](const auto &other) { return other.first.point == point; }))
            return;
        all.push_back({of(one.point), progress(one), time});
    }
    // Of those that one host saw behind a departure, the first to arrive tells most.
    const auto byHost = [](const Passed &one) { return std::pair(one.host, one.time); };
    if (!std::ranges::is_sorted(all, {}, byHost))
        std::ranges::sort(all, {}, byHost);
    for (const Passed &one : all) {
        std::size_t told = one.host;
        for (const Passed &other : all) {
            if (other.host == told || other.host == one.host || one.progress >= other.progress)
                continue;
            crossings.add({one.host, other.host, one.time, other.time});
            told = other.host;
        }
    }
}

void putInOrder(Packet &packet, const HostOrder &hosts)
{
    for (PacketHop &hop : packet.hops) {
        if (hop.more.empty())
            continue;
        hop.more.push_back(hop.first.row);
        std::ranges::sort(hop.more);
        hop.first.row = hop.more.front();
        hop.more.erase(hop.more.begin());
    }
    putHopsInOrder(packet.hops, &PacketHop::first, hosts);
}

void putInOrder(std::span<SeenHop> hops, const HostOrder &hosts)
{
    putHopsInOrder(hops, &SeenHop::sighting, hosts);
}

} // namespace vethscope::journey
