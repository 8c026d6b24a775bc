#include "core/diagnose/traffic.h"

#include <algorithm>
#include <iterator>

namespace vethscope::diagnose {

Traffic::Traffic(const path::Places &places, const PacketStore &store, const Dissector &dissector, const std::vector<CaptureArgument> &captures)
    : m_store(store), m_dissector(dissector), m_followed(journey::Followed::of(store, dissector, places.cluster(), captures)), m_seen(seenIn(store, dissector, points()))
{
    for (std::size_t place = 0; place < journeys().all.size(); ++place)
        m_outcomes.push_back(m_followed->outcome(place));
}

journey::Journey Traffic::firstOf(std::uint32_t flow) const
{
    std::size_t place = 0;
    while (journeys().all.flowOf(place) != flow)
        ++place;
    return journeys().all[place];
}

journey::CloseLook Traffic::look(const journey::JourneyHop &hop) const
{
    return journey::Looker(m_store, m_dissector, points()).at(hop.rows.front(), hop.tuple);
}

std::string Traffic::nameOf(std::uint16_t point) const
{
    const journey::JourneyPoint &one = points()[point];
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
        const journey::Sighting &last = journeys().all[i].hops.back().first();
        if (isIt && to.contains(tupleOf(last).destination))
            rows.push_back(last.row);
    }
    return rows;
}

bool Traffic::isOwnPoint(std::uint16_t point, const IpAddress &address) const
{
    const path::Place *const place = points()[point].place.place;
    return place && place->net->owner(address) != nullptr;
}

} // namespace vethscope::diagnose
