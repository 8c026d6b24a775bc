#include "core/diagnose/traffic.h"

#include <algorithm>
#include <iterator>

namespace vethscope::diagnose {

Traffic::Traffic(const path::Places &places, const PacketStore &store, const Dissector &dissector, const std::vector<CaptureArgument> &captures)
    : m_store(store), m_dissector(dissector), m_whose(places), m_points(places, store, dissector, captures),
      m_journeys(journey::journeysOf(store, dissector, m_points, places)), m_seen(seenIn(store, dissector, m_points))
{
    journey::Ways ways(store, dissector, m_points, m_journeys, places, m_whose);
    for (journey::Journey &one : m_journeys.all)
        journey::arrange(one, ways.of(one.flow), m_journeys, store);
    journey::Judge judge(store, dissector, m_points, m_journeys, ways);
    std::uint32_t flows = 0;
    for (const journey::Journey &one : m_journeys.all) {
        m_outcomes.push_back(judge.judge(one));
        flows = std::max(flows, one.flow + 1);
    }
    m_flowWays.resize(flows);
    for (const journey::Journey &one : m_journeys.all)
        m_flowWays[one.flow] = ways.of(one.flow);
}

std::string Traffic::nameOf(std::uint16_t point) const
{
    const journey::JourneyPoint &one = m_points[point];
    const std::string &machine = one.place.pod.empty() ? one.place.node : one.place.pod;
    if (machine.empty() && one.place.interface.empty())
        return one.file.filename().string();
    return machine.empty() || one.place.interface.empty() ? machine + one.place.interface : machine + ':' + one.place.interface;
}

std::vector<std::uint32_t> Traffic::lostBy(const EvidenceList &lines) const
{
    std::vector<std::uint32_t> rows = lostBy(lines, {IpAddress::any(false), 0});
    std::ranges::copy(lostBy(lines, {IpAddress::any(true), 0}), std::back_inserter(rows));
    std::ranges::sort(rows);
    return rows;
}

std::vector<std::uint32_t> Traffic::lostBy(const EvidenceList &lines, const IpPrefix &to) const
{
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < m_outcomes.size(); ++i) {
        const journey::Outcome &outcome = m_outcomes[i];
        const bool isIt = outcome.kind != journey::Outcome::Kind::Delivered && outcome.drop
            && std::ranges::any_of(outcome.drop->evidence, [&](const Evidence &line) { return line.source && std::ranges::find(lines, line) != lines.end(); });
        const journey::Sighting &last = m_journeys.all[i].hops.back().first();
        if (isIt && to.contains(tupleOf(last).destination))
            rows.push_back(last.row);
    }
    return rows;
}

bool Traffic::isOwnPoint(std::uint16_t point, const IpAddress &address) const
{
    const path::Place *const place = m_points[point].place.place;
    return place && place->net->owner(address) != nullptr;
}

} // namespace vethscope::diagnose
