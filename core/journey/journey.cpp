#include "core/journey/journey.h"

#include "core/bytes/mixinghash.h"
#include "core/journey/asking.h"
#include "core/journey/drafts.h"
#include "core/journey/flows.h"
#include "core/journey/journeymaker.h"
#include "core/journey/order.h"
#include "core/journey/rowtimes.h"
#include "core/journey/shares.h"
#include "core/threads/parts.h"
#include "core/threads/perthread.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <span>
#include <utility>

namespace vethscope::journey {
namespace {

class Maker
{
public:
    Maker(const PacketStore &store, const RowTimes &times, const JourneyPoints &points, const path::Places &places, std::function<Looker()> lookerOf, std::shared_ptr<Pieces> pieces,
          Journeys &journeys)
        : m_store(store), m_times(times), m_points(points), m_lookerOf(std::move(lookerOf)), m_pieces(std::move(pieces)), m_journeys(journeys), m_hosts(points, journeys.sightings, places)
    {
        for (std::uint16_t point = 0; point < m_points.size(); ++point)
            m_journeys.hosts.push_back(m_hosts.of(point));
    }

    // Of glimpses of which those of one flow and one burst are in one share. Whether it came to its end.
    bool make(Shares &shares, Asking &asking)
    {
        m_journeys.clocks = clocks(shares, asking);
        Drafts drafts(m_store.size(), m_pieces);
        makeAll(shares, asking, drafts);
        if (!asking.isStopped())
            m_journeys.all = JourneyList(drafts);
        return !asking.isStopped();
    }

private:
    // What one thread makes journeys with.
    struct Bench {
        JourneyMaker maker;
        std::vector<Glimpse> glimpses{};
    };

    void makeAll(Shares &shares, Asking &asking, Drafts &drafts)
    {
        PerThread<Bench> benches;
        std::atomic<std::size_t> made = 0;
        forEachPart(shares.size(), [&](std::size_t share) {
            if (!asking.goesOn(m_store.size() + made))
                return;
            Bench &bench = benches.own([&] { return Bench{JourneyMaker(m_times, m_lookerOf(), m_journeys, m_hosts, drafts.writer())}; });
            shares.take(share, bench.glimpses);
            bench.maker.make(bench.glimpses);
            made += bench.glimpses.size();
        });
    }

    // From packets of which there is only one everywhere. Puts those of each share together.
    HostClocks clocks(Shares &shares, Asking &asking) const
    {
        const auto [begin, end] = m_points.recorded([](std::size_t) { return true; }).value_or(JourneyPoints::Span{});
        const std::size_t hosts = m_hosts.names().size();
        const Crossings nothing(hosts, begin, end);
        PerThread<std::vector<Glimpse>> rooms;
        PerThread<Crossings> ofThreads;
        forEachPart(shares.size(), [&](std::size_t share) {
            if (!asking.goesOn(m_store.size()))
                return;
            std::vector<Glimpse> &glimpses = rooms.own([] { return std::vector<Glimpse>(); });
            putTogether(shares, share, m_journeys.flows, glimpses);
            shares.forEachIn(share, [place = glimpses.begin()](Glimpse &one) mutable { one = *place++; });
            if (hosts > 1)
                addCrossings(glimpses, ofThreads.own([&] { return nothing; }));
        });
        Crossings crossings = nothing;
        for (const auto &[thread, told] : ofThreads.all())
            crossings.add(told);
        const auto first = m_points.recorded([&](std::size_t point) { return m_journeys.hosts[point] == 0; });
        return HostClocks(m_hosts.names(), crossings.all(), first.value_or(JourneyPoints::Span{}).first);
    }

    void addCrossings(std::span<const Glimpse> glimpses, Crossings &crossings) const
    {
        std::vector<std::pair<Sighting, std::int64_t>> packet; // and when
        forEachAlike(glimpses, m_journeys.flows, [&](std::size_t first, std::size_t last) {
            packet.clear();
            for (const Glimpse &one : glimpses.subspan(first, last - first))
                packet.emplace_back(Sighting{one.row, one.tuple, one.point, one.timeToLive()}, m_times.of(one));
            m_hosts.addCrossings(packet, crossings);
        });
    }

    const PacketStore &m_store;
    const RowTimes &m_times;
    const JourneyPoints &m_points;
    std::function<Looker()> m_lookerOf;
    std::shared_ptr<Pieces> m_pieces;
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
    const RowTimes times(store);
    const auto pieces = std::make_shared<Pieces>();
    Shares shares(store.size(), pieces);
    journeys.sightings = sightingsOf(store, dissector, usualFrames, points, times, shares, asking);
    if (asking.isStopped())
        return {};
    journeys.flows = flowsOf(shares, journeys.sightings.tuples, translationsIn(places), lookerOf, asking);
    if (asking.isStopped())
        return {};
    shares.divideAgain([&](const Glimpse &one) { return MixingHash{journeys.flows[one.tuple], one.burst()}.value(); });
    if (!Maker(store, times, points, places, lookerOf, pieces, journeys).make(shares, asking))
        return {};
    return journeys;
}

} // namespace vethscope::journey
