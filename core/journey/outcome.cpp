#include "core/journey/outcome.h"

#include "core/journey/asking.h"
#include "core/threads/parts.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace vethscope::journey {
namespace {

constexpr std::int64_t agreed = 1'000'000'000; // nanoseconds that clocks are held to differ by at most where no packet tells
constexpr std::size_t judgedBetweenAsks = 1024; // journeys
constexpr std::int64_t onTheWay = 1'000'000; // nanoseconds: a capture that ends so soon may have ended before the packet came by

} // namespace

std::string_view nameOf(Outcome::Kind kind)
{
    switch (kind) {
    case Outcome::Kind::Delivered: return "delivered";
    case Outcome::Kind::Lost: return "lost";
    default: return "unknown";
    }
}

// How far a packet came.
struct Judge::Passed {
    const Way *way = nullptr;
    std::size_t places = 0; // of the way, up to the last that saw it
};

Judge::Judge(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const Journeys &journeys, Ways &ways, const std::function<bool()> &goOn)
    : m_store(store), m_points(points), m_journeys(journeys), m_ways(ways), m_answers(store, dissector, journeys), m_hasCut(points.size()), m_hasGaps(points.size())
{
    for (const std::uint32_t row : journeys.sightings.cut)
        m_hasCut[points.of(store, row)] = true;
    ways.find(goOn);
    if (!goOn || goOn())
        findGaps(goOn);
}

Judge::Passed Judge::passedBy(const Journey &journey) const
{
    const Way &way = m_ways.of(journey.flow);
    std::size_t places = way.points.size();
    while (places > 0 && !way.isPassedBy(journey, places - 1))
        --places;
    return {&way, places};
}

// A point that saw some packets of a flow, and missed others that were seen or answered beyond it, proves no loss at all.
void Judge::findGaps(const std::function<bool()> &goOn)
{
    const std::size_t points = m_points.size(), parts = (m_journeys.all.size() + judgedBetweenAsks - 1) / judgedBetweenAsks;
    std::vector<std::atomic<bool>> saw(m_journeys.flowCount() * points), hasGaps(points); // of each flow its points
    Asking asking([&](std::size_t) { return !goOn || goOn(); });
    const auto forEachJourney = [&](auto work) {
        forEachPart(parts, [&](std::size_t part) {
            if (!asking.goesOn())
                return;
            Journey journey;
            for (std::size_t i = part * judgedBetweenAsks; i < std::min((part + 1) * judgedBetweenAsks, m_journeys.all.size()); ++i) {
                m_journeys.all.read(i, journey);
                work(journey);
            }
        });
    };
    forEachJourney([&](const Journey &journey) {
        for (const JourneyHop &hop : journey.hops)
            if (auto &one = saw[journey.flow * points + hop.point]; !one.load(std::memory_order_relaxed))
                one.store(true, std::memory_order_relaxed);
    });
    std::mutex answering;
    forEachJourney([&](const Journey &journey) {
        if (std::ranges::equal(journey.hops, m_ways.of(journey.flow).points, {}, &JourneyHop::point))
            return; // as nearly all: every point of its way saw it
        const auto [way, places] = passedBy(journey);
        std::optional<bool> isAnswered;
        for (std::size_t i = 0; i < way->points.size(); ++i) {
            const std::uint16_t point = way->points[i];
            if (hasGaps[point] || way->isPassedBy(journey, i) || !saw[journey.flow * points + point])
                continue;
            if (i >= places && !isAnswered) {
                const std::scoped_lock lock(answering);
                isAnswered = m_answers.isAnswered(journey);
            }
            if (i < places || *isAnswered)
                hasGaps[point] = true;
        }
    });
    for (std::size_t point = 0; point < points; ++point)
        m_hasGaps[point] = hasGaps[point];
}

Outcome Judge::judge(const Journey &journey)
{
    Outcome outcome;
    const auto [way, places] = passedBy(journey);
    if (places == 0)
        return outcome;
    if (places > way->arrival)
        outcome.kind = Outcome::Kind::Delivered;
    const JourneyHop &last = journey.hops.back();
    for (std::size_t i = 0; i < way->points.size(); ++i) {
        const std::uint16_t point = way->points[i];
        if (way->isPassedBy(journey, i))
            continue;
        std::string_view because = excuse(point, last.first());
        const bool isNext = i == places && outcome.kind == Outcome::Kind::Unknown;
        if (because.empty() && (i < places || (isNext && m_answers.isAnswered(journey))))
            because = "dropped by capture"; // it was seen beyond, or answered
        if (because.empty() && isNext) {
            outcome.kind = Outcome::Kind::Lost;
            outcome.lostAfter = last.point;
            outcome.missedAt = point;
            break;
        }
        if (!because.empty())
            outcome.notObserved.push_back({point, because});
    }
    if (outcome.kind != Outcome::Kind::Delivered && places == std::min(way->arrival, way->stop))
        outcome.drop = way->drop;
    return outcome;
}

bool Judge::isOpen(const Journey &journey) const
{
    const Way &way = m_ways.of(journey.flow);
    for (std::size_t i = 0; i < way.points.size(); ++i)
        if (!way.isPassedBy(journey, i) && excuse(way.points[i], journey.hops.back().first()).empty())
            return true;
    return false;
}

// Why a point that did not see a packet, after another one did, proves nothing; empty where it proves that the packet did not come by.
std::string_view Judge::excuse(std::uint16_t point, const Sighting &last) const
{
    const JourneyPoint &one = m_points[point];
    const HostClocks &clocks = m_journeys.clocks;
    const std::size_t host = m_journeys.hosts[point], lastHost = m_journeys.hosts[last.point];
    const std::int64_t time = clocks.corrected(lastHost, m_store.time(last.row)), doubt = clocks.doubt(lastHost, host);
    const std::int64_t margin = host == lastHost ? 0 : std::clamp(doubt, onTheWay, agreed);
    if (!one.begin || time - margin < clocks.corrected(host, *one.begin) || time + margin > clocks.corrected(host, *one.end))
        return "not recording then";
    if (!one.filter.empty())
        return "filtered";
    if (m_hasCut[point])
        return "cut";
    if (one.dropped.value_or(0) > 0 || m_hasGaps[point])
        return "dropped by capture";
    return {};
}

} // namespace vethscope::journey
