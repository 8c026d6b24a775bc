#include "core/journey/journey.h"

#include "core/journey/flows.h"
#include "core/journey/order.h"
#include "core/journey/recognise.h"
#include "core/journey/superframes.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace vethscope::journey {
namespace {

constexpr std::size_t packetsBetweenAsks = 4096; // packets

// From the first frame of those points to the last.
template <typename Counts>
std::pair<std::int64_t, std::int64_t> recorded(const JourneyPoints &points, Counts counts)
{
    std::pair<std::int64_t, std::int64_t> span{std::numeric_limits<std::int64_t>::max(), 0};
    for (std::uint16_t point = 0; point < points.size(); ++point)
        if (counts(point) && points[point].begin)
            span = {std::min(span.first, *points[point].begin), std::max(span.second, *points[point].end)};
    return span.first <= span.second ? span : std::pair<std::int64_t, std::int64_t>{};
}

class Maker
{
public:
    Maker(const PacketStore &store, const JourneyPoints &points, const path::Places &places, Journeys &journeys, const std::function<bool()> &goOn)
        : m_store(store), m_points(points), m_places(places), m_journeys(journeys), m_goOn(goOn)
    {
        m_order.resize(journeys.sightings.all.size());
        std::iota(m_order.begin(), m_order.end(), std::uint32_t{0});
        const auto key = [&](std::uint32_t place) {
            const Sighting &one = at(place);
            return std::tuple(flowOf(one), one.key, one.row);
        };
        std::ranges::sort(m_order, {}, key);
    }

    void make()
    {
        const HostOrder hosts(m_points, m_journeys.sightings, m_places);
        m_journeys.clocks = clocksBy(hosts);
        for (std::uint16_t point = 0; point < m_points.size(); ++point)
            m_journeys.hosts.push_back(hosts.of(point));
        forEachAlike([&](std::span<const std::uint32_t> alike) { add(alike, hosts); });
        joinSuperFrames(m_journeys.all);
        for (Journey &journey : m_journeys.all)
            putInOrder(journey, hosts, m_journeys.clocks, m_store);
        std::ranges::stable_sort(m_journeys.all, {}, [](const Journey &journey) { return journey.hops.front().first().row; });
    }

private:
    const Sighting &at(std::uint32_t place) const { return m_journeys.sightings.all[place]; }
    std::uint32_t flowOf(const Sighting &one) const { return m_journeys.flows[one.tuple]; }

    template <typename Work>
    void forEachAlike(Work work)
    {
        std::size_t asked = 0;
        for (std::size_t begin = 0; begin < m_order.size();) {
            if (asked++ % packetsBetweenAsks == 0 && !m_goOn())
                return;
            std::size_t end = begin + 1;
            while (end < m_order.size() && at(m_order[end]).key == at(m_order[begin]).key && flowOf(at(m_order[end])) == flowOf(at(m_order[begin])))
                ++end;
            work(std::span(m_order).subspan(begin, end - begin));
            begin = end;
        }
    }

    // From packets of which there is only one everywhere.
    HostClocks clocksBy(const HostOrder &hosts)
    {
        const auto [begin, end] = recorded(m_points, [](std::uint16_t) { return true; });
        Crossings crossings(begin, end);
        forEachAlike([&](std::span<const std::uint32_t> alike) {
            std::vector<Sighting> sightings;
            for (const std::uint32_t place : alike)
                sightings.push_back(at(place));
            hosts.addCrossings(sightings, m_store, crossings);
        });
        return HostClocks(hosts.names(), crossings.all(), recorded(m_points, [&](std::uint16_t point) { return hosts.of(point) == 0; }).first);
    }

    void add(std::span<const std::uint32_t> alike, const HostOrder &hosts)
    {
        std::vector<std::pair<std::int64_t, Sighting>> timed;
        for (const std::uint32_t place : alike)
            timed.emplace_back(m_journeys.clocks.corrected(hosts.of(at(place).point), m_store.time(at(place).row)), at(place));
        std::ranges::stable_sort(timed, {}, [](const auto &one) { return one.first; });
        std::vector<Sighting> sightings;
        std::vector<std::int64_t> times;
        for (const auto &[time, sighting] : timed) {
            times.push_back(time);
            sightings.push_back(sighting);
        }
        for (const std::vector<Sighting> &packet : packetsAmong(sightings, times)) {
            Journey &journey = m_journeys.all.emplace_back();
            journey.flow = flowOf(packet.front());
            for (const Sighting &one : packet)
                journey.hops.push_back({one.point, {one}});
        }
    }

    const PacketStore &m_store;
    const JourneyPoints &m_points;
    const path::Places &m_places;
    Journeys &m_journeys;
    const std::function<bool()> &m_goOn;
    std::vector<std::uint32_t> m_order; // places of sightings, those alike beside each other
};

} // namespace

Journeys journeysOf(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const path::Places &places,
                    const std::function<bool(std::size_t row)> &goOn)
{
    Journeys journeys;
    journeys.sightings = sightingsOf(store, dissector, points, goOn);
    const std::function<bool()> ask = [&] { return !goOn || goOn(store.size()); };
    if (!ask())
        return journeys;
    journeys.flows = flowsOf(journeys.sightings);
    Maker(store, points, places, journeys, ask).make();
    return journeys;
}

} // namespace vethscope::journey
