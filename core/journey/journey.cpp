#include "core/journey/journey.h"

#include "core/bytes/mixinghash.h"
#include "core/journey/asking.h"
#include "core/journey/flows.h"
#include "core/journey/journeymaker.h"
#include "core/journey/order.h"
#include "core/journey/shares.h"
#include "core/threads/parts.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <span>
#include <thread>
#include <utility>

namespace vethscope::journey {
namespace {

class Maker
{
public:
    Maker(const PacketStore &store, const JourneyPoints &points, const path::Places &places, std::function<Looker()> lookerOf, Journeys &journeys)
        : m_store(store), m_points(points), m_lookerOf(std::move(lookerOf)), m_journeys(journeys), m_hosts(points, journeys.sightings, places)
    {
        for (std::uint16_t point = 0; point < m_points.size(); ++point)
            m_journeys.hosts.push_back(m_hosts.of(point));
    }

    // Of glimpses of which those of one flow and one burst are in one share. Whether it came to its end.
    bool make(Shares &shares, Asking &asking)
    {
        m_journeys.clocks = clocks(shares, asking);
        std::vector<JourneyList> lists(shares.size());
        std::atomic<std::size_t> made = 0;
        forEachPart(shares.size(), [&](std::size_t share) {
            if (!asking.goesOn(m_store.size() + made))
                return;
            lists[share] = JourneyMaker(m_store, m_points, m_lookerOf(), m_journeys, m_hosts).make(shares[share]);
            made += shares[share].size();
        });
        shares.clear();
        if (!asking.isStopped())
            m_journeys.all = JourneyList::sorted(lists, m_store.size());
        return !asking.isStopped();
    }

private:
    // From packets of which there is only one everywhere. Puts those of each share together.
    HostClocks clocks(Shares &shares, Asking &asking) const
    {
        const auto [begin, end] = m_points.recorded([](std::size_t) { return true; }).value_or(JourneyPoints::Span{});
        const std::size_t hosts = m_hosts.names().size();
        const Crossings nothing(hosts, begin, end);
        std::map<std::thread::id, Crossings> ofThreads;
        std::mutex finding;
        forEachPart(shares.size(), [&](std::size_t share) {
            if (!asking.goesOn(m_store.size()))
                return;
            const std::span<Glimpse> glimpses = shares[share];
            putTogether(glimpses, m_journeys.flows);
            if (hosts < 2)
                return;
            std::unique_lock lock(finding);
            Crossings &crossings = ofThreads.try_emplace(std::this_thread::get_id(), nothing).first->second;
            lock.unlock();
            addCrossings(glimpses, crossings);
        });
        Crossings crossings = nothing;
        for (const auto &[thread, told] : ofThreads)
            crossings.add(told);
        const auto first = m_points.recorded([&](std::size_t point) { return m_journeys.hosts[point] == 0; });
        return HostClocks(m_hosts.names(), crossings.all(), first.value_or(JourneyPoints::Span{}).first);
    }

    void addCrossings(std::span<const Glimpse> glimpses, Crossings &crossings) const
    {
        Circumstances circumstances(m_store, m_points);
        circumstances.read(glimpses);
        std::vector<std::pair<Sighting, std::int64_t>> packet; // and when
        forEachAlike(glimpses, m_journeys.flows, [&](std::size_t first, std::size_t last) {
            packet.clear();
            for (std::size_t i = first; i < last; ++i)
                packet.emplace_back(Sighting{glimpses[i].row, glimpses[i].tuple, circumstances.point(i), static_cast<std::uint8_t>(glimpses[i].timeToLive)}, circumstances.time(i));
            m_hosts.addCrossings(packet, crossings);
        });
    }

    const PacketStore &m_store;
    const JourneyPoints &m_points;
    std::function<Looker()> m_lookerOf;
    Journeys &m_journeys;
    HostOrder m_hosts;
};

} // namespace

Journeys journeysOf(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const path::Places &places,
                    const std::function<bool(std::size_t frames)> &goOn)
{
    Journeys journeys;
    const UsualFrames usualFrames(dissector);
    const auto lookerOf = [&] { return Looker(store, dissector, points, &usualFrames); };
    Asking asking(goOn);
    journeys.sightings = sightingsOf(store, dissector, usualFrames, points, asking);
    {
        Shares shares(std::exchange(journeys.sightings.all, {}), [](const Glimpse &one) { return MixingHash{one.key()}.value(); });
        journeys.flows = flowsOf(shares, journeys.sightings.tuples, translationsIn(places), lookerOf, asking);
        shares.divideAgain([&](const Glimpse &one) { return MixingHash{journeys.flows[one.tuple], one.burst}.value(); });
        if (!Maker(store, points, places, lookerOf, journeys).make(shares, asking))
            return {};
    }
    return journeys;
}

} // namespace vethscope::journey
