#include "core/journey/followed.h"

#include "core/journey/asking.h"
#include "core/journey/changes.h"
#include "core/journey/hostgroups.h"
#include "core/threads/parts.h"

#include <algorithm>
#include <ranges>

namespace vethscope::journey {
namespace {

// Shares of the time, about: reading all frames takes most of it.
constexpr double journeysDone = 0.9; // two walks over them
constexpr std::size_t journeysOfPart = 4096;

} // namespace

std::unique_ptr<Followed> Followed::of(const PacketStore &store, const Dissector &dissector, const Cluster &cluster, const std::vector<CaptureArgument> &arguments, const GoOn &goOn)
{
    const GoOn ask = goOn ? goOn : [](double) { return true; };
    std::unique_ptr<Followed> followed(new Followed(store, dissector, cluster, arguments, std::nullopt, ask));
    followed->findWays(ask);
    return ask(1) ? std::move(followed) : nullptr;
}

std::unique_ptr<Followed> Followed::ofOne(const PacketStore &store, const Dissector &dissector, const Cluster &cluster, const std::vector<CaptureArgument> &arguments, std::size_t row,
                                          const GoOn &goOn)
{
    const GoOn ask = goOn ? goOn : [](double) { return true; };
    std::unique_ptr<Followed> followed(new Followed(store, dissector, cluster, arguments, row, ask));
    followed->findWays(ask);
    if (!ask(1))
        return nullptr;
    return followed->tellsAllOf(row) ? std::move(followed) : of(store, dissector, cluster, arguments, goOn);
}

// `goOn` that has said no says so for ever: nothing is made from points of which some are missing.
Followed::Followed(const PacketStore &store, const Dissector &dissector, const Cluster &cluster, const std::vector<CaptureArgument> &arguments, std::optional<std::size_t> row,
                   const GoOn &goOn)
    : m_store(store), m_dissector(dissector), m_places(cluster), m_whose(m_places), m_points(m_places, store, dissector, arguments, [&] { return goOn(0); })
{
    const auto ask = [&](std::size_t frames) { return goOn(journeysDone / 2 * static_cast<double>(frames) / static_cast<double>(std::max<std::size_t>(store.size(), 1))); };
    if (!goOn(0))
        return;
    m_journeys = row ? journeysOfOne(store, dissector, m_points, m_places, static_cast<std::uint32_t>(*row), ask) : journeysOf(store, dissector, m_points, m_places, ask);
}

// Who does not see all may take for lost what its point missed among other packets, and for strangers hosts whose addresses or packets it does not see.
bool Followed::tellsAllOf(std::size_t row) const
{
    const auto isKnown = [&](const IpAddress &address) { return !m_places.owners().of(address).empty(); };
    const bool areKnown = std::ranges::any_of(m_journeys.sightings.tuples, [&](const Tuple &tuple) { return isKnown(tuple.source) || isKnown(tuple.destination); });
    const std::vector<std::size_t> groups = hostGroupsOf(m_journeys);
    const std::vector<bool> have = hostsWithPackets(m_journeys);
    const auto isStranger = [&](std::size_t host) { return have[host] && groups[host] != groups[static_cast<std::size_t>(std::ranges::find(have, true) - have.begin())]; };
    const bool areTogether = std::ranges::none_of(std::views::iota(std::size_t{0}, groups.size()), isStranger);
    const auto journey = journeyOf(row);
    return areTogether && (areKnown || m_places.owners().addresses().empty()) && (!journey || !m_judge->isOpen(m_journeys.all[*journey]));
}

// Each stage is left out where the one before was stopped: what there is then is thrown away.
void Followed::findWays(const GoOn &goOn)
{
    if (!goOn(journeysDone))
        return;
    m_ways = std::make_unique<Ways>(m_store, m_dissector, m_points, m_journeys, m_places, m_whose);
    m_ways->find([&] { return goOn(journeysDone); });
    m_ofRow.resize(m_store.size());
    const std::size_t parts = (m_journeys.all.size() + journeysOfPart - 1) / journeysOfPart;
    Asking asking([&](std::size_t part) { return goOn(journeysDone + (1 - journeysDone) * static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(parts, 1))); });
    if (!asking.goesOn())
        return;
    forEachPart(parts, [&](std::size_t part) {
        if (!asking.goesOn(part))
            return;
        Journey journey;
        for (std::size_t i = part * journeysOfPart; i < std::min((part + 1) * journeysOfPart, m_journeys.all.size()); ++i)
            take(i, journey);
    });
    if (asking.isStopped())
        return;
    m_judge = std::make_unique<Judge>(m_store, m_dissector, m_points, m_journeys, *m_ways, [&] { return goOn(1); });
}

void Followed::take(std::size_t place, Journey &journey)
{
    m_journeys.all.read(place, journey);
    arrange(m_journeys, place, journey, *m_ways, m_store);
    for (const JourneyHop &hop : journey.hops)
        for (const std::uint32_t row : hop.rows)
            m_ofRow[row] = static_cast<std::uint32_t>(place + 1);
}

Outcome Followed::outcome(const Journey &journey) const
{
    const std::scoped_lock lock(m_judging);
    return m_judge->judge(journey);
}

std::vector<FlowSegments> Followed::segments() const
{
    return segmentsOf(m_store, m_journeys, *m_ways, [this](const Journey &journey) { return outcome(journey); });
}

std::optional<std::size_t> Followed::journeyOf(std::size_t row) const
{
    return row < m_ofRow.size() && m_ofRow[row] > 0 ? std::optional<std::size_t>(m_ofRow[row] - 1) : std::nullopt;
}

std::vector<std::string> Followed::changes(const Journey &journey, std::size_t hop) const
{
    if (hop == 0)
        return {};
    const Frame before = m_store.frame(journey.hops[hop - 1].rows.front()), after = m_store.frame(journey.hops[hop].rows.front());
    return changesBetween(before, m_dissector.dissect(before), after, m_dissector.dissect(after));
}

} // namespace vethscope::journey
