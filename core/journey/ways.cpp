#include "core/journey/ways.h"

#include "core/explain/shownframe.h"
#include "core/journey/asking.h"
#include "core/journey/behinddrop.h"
#include "core/journey/kindsofways.h"
#include "core/threads/parts.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <span>
#include <utility>

namespace vethscope::journey {
namespace {

constexpr std::size_t flowsAtOnce = 16;

std::vector<std::uint16_t> pointsOf(const Journey &journey)
{
    std::vector<std::uint16_t> points;
    for (const JourneyHop &hop : journey.hops)
        points.push_back(hop.point);
    return points;
}

// From where on a capture proves that it arrived: the pod's interface and its host's end of the veth, the device by which it enters the
// node, or, of what leaves the cluster, the last NIC.
std::size_t arrivalOf(const path::Path &path)
{
    const std::size_t last = path.hops.size() - 1;
    const path::Hop &end = path.hops[last];
    if (last == 0)
        return last;
    if (end.where == path::SeenOn::Router)
        return last - 1;
    return !end.pod.empty() && path.hops[last - 1].pod.empty() ? last - 1 : last;
}

// Points that no host output knows, a router's for instance, stand behind the one that the packet passed before.
void addUnknown(Way &way, const Journey &journey)
{
    std::size_t behind = 0;
    for (const JourneyHop &hop : journey.hops) {
        const auto known = std::ranges::find(way.points, hop.point);
        if (known != way.points.end()) {
            behind = static_cast<std::size_t>(known - way.points.begin()) + 1;
            continue;
        }
        way.points.insert(way.points.begin() + static_cast<std::ptrdiff_t>(behind), hop.point);
        if (way.arrival != Way::noArrival && behind <= way.arrival)
            ++way.arrival;
        ++behind;
    }
}

} // namespace

bool Way::isPassedBy(const Journey &journey, std::size_t place) const
{
    const auto before = std::span(points).first(place);
    const std::ptrdiff_t earlier = place >= again ? std::ranges::count(before, points[place]) : 0;
    return std::ranges::count(journey.hops, points[place], &JourneyHop::point) > earlier;
}

std::optional<std::size_t> Way::placeOf(std::uint16_t point) const
{
    if (std::ranges::count(points, point) != 1)
        return std::nullopt;
    return static_cast<std::size_t>(std::ranges::find(points, point) - points.begin());
}

Ways::Ways(const PacketStore &store, const Dissector &dissector, const JourneyPoints &points, const Journeys &journeys, const path::Places &places, const path::Whose &whose)
    : m_store(store), m_dissector(dissector), m_points(points), m_places(places), m_whose(whose), m_journeys(journeys), m_arrivals(points, journeys, places)
{
    for (const auto &kinds : kindsOfWays(journeys)) {
        const auto muchOf = [](const auto &kind) { return std::pair(kind.second.count, kind.first.size()); };
        auto usual = std::ranges::max_element(kinds, {}, muchOf); // the first of such
        for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) // where most are lost, others show how it goes on
            if (kind->first.size() > usual->first.size() && std::ranges::equal(usual->first, std::span(kind->first).first(usual->first.size())))
                usual = kind;
        m_usual.push_back(usual == kinds.end() ? std::nullopt : std::optional(usual->second.first));
    }
    m_ways.resize(m_usual.size());
}

void Ways::find(const std::function<bool()> &goOn)
{
    Asking asking([&](std::size_t) { return !goOn || goOn(); });
    forEachPart((m_usual.size() + flowsAtOnce - 1) / flowsAtOnce, [&](std::size_t part) {
        for (std::size_t flow = part * flowsAtOnce; flow < std::min((part + 1) * flowsAtOnce, m_usual.size()) && asking.goesOn(); ++flow)
            find(flow);
    });
}

void Ways::find(std::size_t flow)
{
    if (!m_usual[flow] || m_ways[flow])
        return;
    const Journey usual = m_journeys.all[*m_usual[flow]];
    auto way = foretold(usual);
    m_ways[flow] = way ? *std::move(way) : walked(usual);
    if (m_ways[flow]->arrival == Way::noArrival)
        addHome(*m_ways[flow], usual);
}

// What a tunnel has encrypted comes by there, too, but nobody would know it again.
bool Ways::isAt(const JourneyPoint &point, const path::Hop &hop)
{
    if (hop.packet && hop.packet->readable() < hop.packet->scopes.size())
        return false;
    const explain::Point &place = point.place;
    return place.place && !hop.interface.empty() && place.interface == hop.interface && place.pod == hop.pod && (!hop.pod.empty() || place.node == hop.node);
}

explain::Expectation Ways::expectationOf(const Journey &journey) const
{
    const Sighting first = journey.hops.front().first();
    const Frame frame = m_store.frame(first.row);
    const Dissection packet = m_dissector.dissect(frame);
    return explain::expectationOf(m_places, m_whose, explain::shownFrame(frame, packet), m_points[first.point].place);
}

// It must pass all points that saw the packet.
std::optional<Way> Ways::wayAlong(const path::Path &path, const Journey &journey) const
{
    const std::size_t arrival = path.verdict() == path::Verdict::Delivered ? arrivalOf(path) : Way::noArrival;
    Way way;
    way.isForetold = true;
    for (std::size_t i = 0; i < path.hops.size(); ++i) {
        if (i == arrival)
            way.arrival = way.points.size();
        for (std::uint16_t point = 0; point < m_points.size(); ++point)
            if (isAt(m_points[point], path.hops[i]))
                way.points.push_back(point);
    }
    const auto isOnIt = [&](const JourneyHop &hop) { return std::ranges::find(way.points, hop.point) != way.points.end() || !m_points[hop.point].place.place; };
    if (!std::ranges::all_of(journey.hops, isOnIt))
        return std::nullopt;
    addUnknown(way, journey);
    if (way.arrival != Way::noArrival && !path.hops.front().pod.empty() && path.hops.front().pod == path.hops.back().pod)
        way.again = way.arrival;
    if (path.verdict() == path::Verdict::Dropped) {
        way.drop = path.ending;
        way.stop = way.points.size();
    }
    return way;
}

// What a translation made of its destination tells those of a service's endpoints apart; before it they may all be it.
std::vector<const path::Path *> Ways::pathsAlong(const explain::Expectation &expectation, const Journey &journey) const
{
    std::vector<const path::Path *> all;
    for (const explain::Sighting &sighting : expectation.sightings)
        if (std::ranges::find(all, sighting.path) == all.end() && wayAlong(*sighting.path, journey))
            all.push_back(sighting.path);
    const auto goesThere = [&, to = lastDestination(journey)](const path::Path *path) { return path->packet.inner().ip.destination.value == to; };
    if (std::ranges::any_of(all, goesThere))
        std::erase_if(all, std::not_fn(goesThere));
    return all;
}

std::optional<Way> Ways::foretold(const Journey &journey) const
{
    const explain::Expectation expectation = expectationOf(journey);
    const std::vector<const path::Path *> paths = pathsAlong(expectation, journey);
    if (paths.empty())
        return std::nullopt;
    std::optional<Way> way = wayAlong(*paths.front(), journey);
    const IpAddress &to = paths.front()->packet.inner().ip.destination.value;
    if (way->drop && std::ranges::all_of(paths, [&](const path::Path *path) { return path->packet.inner().ip.destination.value == to; })) {
        way->to = to;
        addBehind(*way, *paths.front());
    }
    return way;
}

std::optional<path::Path> Ways::pathOf(const Journey &journey) const
{
    const explain::Expectation expectation = expectationOf(journey);
    const std::vector<const path::Path *> paths = pathsAlong(expectation, journey);
    return paths.empty() ? std::nullopt : std::optional(*paths.front());
}

// A device that only a neighbour was missing for would have seen it, and so would all behind it: a capture there shows that it did not.
void Ways::addBehind(Way &way, const path::Path &path) const
{
    std::vector<path::Hop> behind = behindDrop(m_places, m_whose, path);
    if (!path.ending.awaited.empty())
        behind.insert(behind.begin(), {path.place->node, path.place->pod, path.ending.awaited, path::SeenOn::Device, {}, {}});
    for (const path::Hop &hop : behind)
        for (std::uint16_t point = 0; point < m_points.size(); ++point)
            if (isAt(m_points[point], hop) && std::ranges::find(way.points, point) == way.points.end())
                way.points.push_back(point);
}

// Whatever is foretold to stop it, there it was to arrive: a capture there shows whether it did.
void Ways::addHome(Way &way, const Journey &journey) const
{
    const IpAddress to = way.to.value_or(lastDestination(journey));
    if (m_arrivals.isToItself(journey, to)) {
        way.arrival = way.again = way.points.size();
        std::ranges::copy(m_arrivals.homeOf(to), std::back_inserter(way.points));
        return;
    }
    for (const std::uint16_t point : m_arrivals.homeOf(to)) {
        const auto place = std::ranges::find(way.points, point);
        way.arrival = std::min(way.arrival, static_cast<std::size_t>(place - way.points.begin()));
        if (place == way.points.end())
            way.points.push_back(point);
    }
}

Way Ways::walked(const Journey &journey) const
{
    Way way;
    way.points = pointsOf(journey);
    for (std::size_t hop = 0; hop < journey.hops.size() && way.arrival == Way::noArrival; ++hop)
        if (m_arrivals.isArrival(journey, hop))
            way.arrival = hop;
    if (way.arrival != Way::noArrival && m_arrivals.isToItself(journey, lastDestination(journey)))
        way.again = way.arrival;
    return way;
}

} // namespace vethscope::journey
