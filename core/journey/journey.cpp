#include "core/journey/journey.h"

#include "core/journey/flows.h"
#include "core/journey/order.h"
#include "core/journey/recognise.h"
#include "core/journey/superframes.h"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

namespace vethscope::journey {
namespace {

constexpr std::size_t askedEach = 4096; // frames

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
    Maker(const PacketStore &store, const JourneyPoints &points, const path::Places &places, Looker &looker, Journeys &journeys)
        : m_store(store), m_points(points), m_looker(looker), m_journeys(journeys), m_hosts(points, journeys.sightings, places)
    {
        std::ranges::sort(journeys.sightings.all, {}, [&](const Glimpse &one) { return std::tuple(flowOf(one), std::uint64_t{one.key}, one.row); });
        m_journeys.clocks = clocks();
        for (std::uint16_t point = 0; point < m_points.size(); ++point)
            m_journeys.hosts.push_back(m_hosts.of(point));
    }

    // Whether it came to its end.
    bool make(const std::function<bool(std::size_t frames)> &goOn)
    {
        m_journeys.all.expect(m_journeys.sightings.all.size());
        std::size_t made = 0, asked = 0;
        Glimpse last;
        forEachAlike([&](std::span<const Glimpse> alike) {
            if (goOn && made >= asked) {
                m_isStopped = m_isStopped || !goOn(m_store.size() + made);
                asked = made + askedEach;
            }
            made += alike.size();
            if (m_isStopped)
                return;
            if (flowOf(alike.front()) != flowOf(last) || alike.front().burst() != last.burst())
                keepBurst(flowOf(last));
            last = alike.front();
            add(alike);
        });
        keepBurst(flowOf(last));
        m_journeys.all.sort();
        return !m_isStopped;
    }

private:
    using Timed = std::pair<std::int64_t, CloseLook>; // by the corrected clock

    std::uint32_t flowOf(const Glimpse &one) const { return one.tuple < m_journeys.flows.size() ? m_journeys.flows[one.tuple] : 0; }

    template <typename Work>
    void forEachAlike(Work work) const
    {
        const std::vector<Glimpse> &all = m_journeys.sightings.all;
        for (std::size_t begin = 0; begin < all.size();) {
            std::size_t end = begin + 1;
            while (end < all.size() && all[end].key == all[begin].key && flowOf(all[end]) == flowOf(all[begin]))
                ++end;
            work(std::span(all).subspan(begin, end - begin));
            begin = end;
        }
    }

    // From packets of which there is only one everywhere.
    HostClocks clocks() const
    {
        const auto [begin, end] = recorded(m_points, [](std::uint16_t) { return true; });
        Crossings crossings(begin, end);
        std::vector<Sighting> sightings;
        forEachAlike([&](std::span<const Glimpse> alike) {
            sightings.clear();
            for (const Glimpse &one : alike)
                sightings.push_back(m_looker.sighting(one));
            m_hosts.addCrossings(sightings, m_store, crossings);
        });
        return HostClocks(m_hosts.names(), crossings.all(), recorded(m_points, [&](std::uint16_t point) { return m_hosts.of(point) == 0; }).first);
    }

    void add(std::span<const Glimpse> alike)
    {
        std::vector<Timed> timed;
        for (const Glimpse &one : alike) {
            const CloseLook look = m_looker.at(one);
            timed.emplace_back(m_journeys.clocks.corrected(m_hosts.of(look.point), m_store.time(look.row)), look);
        }
        std::ranges::stable_sort(timed, {}, [](const Timed &one) { return std::pair(one.second.key, one.first); });
        for (auto begin = timed.begin(); begin != timed.end();) {
            const auto end = std::find_if(begin, timed.end(), [&](const Timed &one) { return one.second.key != begin->second.key; });
            addAlike({begin, end}, flowOf(alike.front()));
            begin = end;
        }
    }

    // They have one flow and one whole key.
    void addAlike(std::span<const Timed> alike, std::uint32_t flow)
    {
        std::vector<CloseLook> sightings;
        std::vector<std::int64_t> times;
        for (const auto &[time, sighting] : alike) {
            times.push_back(time);
            sightings.push_back(sighting);
        }
        for (Packet &packet : packetsAmong(sightings, times)) {
            if (packet.first().length > 0)
                m_burst.push_back(std::move(packet));
            else
                keep(flow, packet);
        }
    }

    void keepBurst(std::uint32_t flow)
    {
        joinSuperFrames(m_burst);
        for (Packet &packet : m_burst)
            keep(flow, packet);
        m_burst.clear();
    }

    void keep(std::uint32_t flow, Packet &packet)
    {
        putInOrder(packet, m_hosts, m_journeys.clocks, m_store);
        m_journeys.all.add(flow, packet);
    }

    const PacketStore &m_store;
    const JourneyPoints &m_points;
    Looker &m_looker;
    Journeys &m_journeys;
    HostOrder m_hosts;
    std::vector<Packet> m_burst; // packets of one flow that may be parts of one super-frame
    bool m_isStopped = false;
};

} // namespace

Journeys journeysOf(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const path::Places &places,
                    const std::function<bool(std::size_t frames)> &goOn)
{
    Journeys journeys;
    Looker looker(store, dissector, points);
    journeys.sightings = sightingsOf(store, dissector, points, goOn);
    journeys.flows = flowsOf(journeys.sightings, looker);
    if (!Maker(store, points, places, looker, journeys).make(goOn))
        return {};
    journeys.sightings.all = {};
    return journeys;
}

} // namespace vethscope::journey
