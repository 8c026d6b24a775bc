#include "core/journey/journey.h"

#include "core/bytes/mixinghash.h"
#include "core/journey/asking.h"
#include "core/journey/drafts.h"
#include "core/journey/flows.h"
#include "core/journey/flowsneeded.h"
#include "core/journey/journeymaker.h"
#include "core/journey/kin.h"
#include "core/journey/order.h"
#include "core/journey/rowsigns.h"
#include "core/journey/rowtimes.h"
#include "core/journey/shares.h"
#include "core/threads/parts.h"
#include "core/threads/perthread.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <span>
#include <type_traits>
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

    // Of glimpses of which those of one flow and one burst are in one share, or for one row of those that tell of it. Whether it came to its end.
    bool make(Shares &shares, Asking &asking, std::optional<std::uint32_t> row)
    {
        m_journeys.clocks = clocks(shares, asking);
        Drafts drafts(m_store.size(), m_pieces);
        const auto needed = row ? std::optional(flowsNeeded(m_journeys, m_lookerOf().tupleAt(*row))) : std::nullopt;
        makeAll(shares, asking, needed, drafts);
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

    void makeAll(Shares &shares, Asking &asking, const std::optional<std::vector<bool>> &needed, Drafts &drafts)
    {
        PerThread<Bench> benches;
        std::atomic<std::size_t> made = 0;
        forEachPart(shares.size(), [&](std::size_t share) {
            if (!asking.goesOn(m_store.size() + made))
                return;
            Bench &bench = benches.own([&] { return Bench{JourneyMaker(m_times, m_lookerOf(), m_journeys, m_hosts, drafts.writer())}; });
            made += shares.glimpsesIn(share);
            if (needed)
                takeSome(shares, share, *needed, bench.glimpses);
            else
                shares.take(share, bench.glimpses);
            bench.maker.make(bench.glimpses);
        });
    }

    // Memory is left where it is: little more is needed.
    void takeSome(const Shares &shares, std::size_t share, const std::vector<bool> &needed, std::vector<Glimpse> &glimpses) const
    {
        glimpses.clear();
        shares.forEachIn(share, [&](const Glimpse &one) {
            if (needed[m_journeys.flows[one.tuple]])
                glimpses.push_back(one);
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

// What journeys are made of.
class Source
{
public:
    Source(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const path::Places &places, const std::function<bool(std::size_t frames)> &goOn)
        : m_store(store), m_dissector(dissector), m_points(points), m_places(places), m_usualFrames(dissector), m_translations(translationsIn(places)), m_asking(goOn)
    {
    }

    std::optional<std::vector<std::uint32_t>> kin(std::uint32_t row)
    {
        const RowSigns signs = knownAgain([&] { return signsOf(m_store, m_dissector, m_usualFrames, m_knownBy, m_asking); });
        return m_asking.isStopped() ? std::nullopt : kinOf(signs, m_translations, row);
    }

    Journeys make(const std::optional<std::vector<std::uint32_t>> &only, std::optional<std::uint32_t> row)
    {
        Journeys journeys;
        const auto lookerOf = [&] { return Looker(m_store, m_dissector, m_points, m_knownBy, &m_usualFrames); };
        const RowTimes times(m_store);
        auto [pieces, shares, sightings] = knownAgain([&] { return lookAt(times, only); });
        journeys.sightings = std::move(sightings);
        if (m_asking.isStopped())
            return {};
        journeys.flows = flowsOf(shares, journeys.sightings.tuples, m_translations, lookerOf, m_asking);
        if (m_asking.isStopped())
            return {};
        shares.divideAgain([&](const Glimpse &one) { return MixingHash{journeys.flows[one.tuple], one.burst()}.value(); });
        if (!Maker(m_store, times, m_points, m_places, lookerOf, pieces, journeys).make(shares, m_asking, row))
            return {};
        return journeys;
    }

private:
    struct Looked {
        std::shared_ptr<Pieces> pieces;
        Shares shares;
        Sightings sightings{};
    };

    std::optional<Looked> lookAt(const RowTimes &times, const std::optional<std::vector<std::uint32_t>> &only)
    {
        const auto pieces = std::make_shared<Pieces>();
        Looked looked{pieces, Shares(only ? only->size() : m_store.size(), pieces)};
        auto sightings = sightingsOf(m_store, m_dissector, m_usualFrames, m_points, times, m_knownBy, looked.shares, m_asking, only);
        if (!sightings)
            return std::nullopt;
        looked.sightings = std::move(*sightings);
        return looked;
    }

    // Looks once more where it turns out that time stamps tell nothing.
    template <typename Look>
    typename std::invoke_result_t<Look>::value_type knownAgain(Look look)
    {
        if (auto first = look())
            return std::move(*first);
        m_knownBy = KnownBy::NumbersAlone;
        return *look();
    }

    const PacketStore &m_store;
    const Dissector &m_dissector;
    const JourneyPoints &m_points;
    const path::Places &m_places;
    const UsualFrames m_usualFrames;
    const std::vector<Translation> m_translations;
    KnownBy m_knownBy = KnownBy::TimeStampsToo;
    Asking m_asking;
};

// Clocks are told by all that crosses between hosts, and a pod that no host output knows by what all its packets have in common.
bool tellByThemselves(const JourneyPoints &points)
{
    const auto &all = points.all();
    const auto isOfOneHost = [&](const JourneyPoint &one) { return all.size() == 1 || (!one.host.empty() && one.host == all.front().host); };
    return std::ranges::all_of(all, [&](const JourneyPoint &one) { return isOfOneHost(one) && (one.place.place || one.place.pod.empty()); });
}

} // namespace

Journeys journeysOf(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const path::Places &places,
                    const std::function<bool(std::size_t frames)> &goOn)
{
    return Source(store, dissector, points, places, goOn).make({}, {});
}

Journeys journeysOfOne(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const path::Places &places, std::uint32_t row,
                                      const std::function<bool(std::size_t frames)> &goOn)
{
    Source source(store, dissector, points, places, goOn);
    return source.make(tellByThemselves(points) ? source.kin(row) : std::nullopt, row);
}

} // namespace vethscope::journey
