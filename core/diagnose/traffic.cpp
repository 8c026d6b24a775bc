#include "core/diagnose/traffic.h"

#include "core/journey/pointname.h"

#include <algorithm>

namespace vethscope::diagnose {
namespace {

constexpr double seenDone = 0.4; // share of the time, about
constexpr std::size_t lookEvery = 1024; // journeys

} // namespace

std::unique_ptr<Traffic> Traffic::of(std::shared_ptr<const journey::Followed> followed, const GoOn &goOn)
{
    std::unique_ptr<Traffic> traffic(new Traffic(std::move(followed)));
    traffic->m_seen = seenIn(traffic->store(), traffic->dissector(), traffic->points(), [&](double share) { return goesOn(goOn, seenDone * share); });
    const std::size_t count = traffic->journeys().all.size();
    for (std::size_t place = 0; place < count; ++place) {
        if (place % lookEvery == 0 && !goesOn(goOn, seenDone + (1 - seenDone) * static_cast<double>(place) / static_cast<double>(count)))
            break;
        traffic->add(place);
    }
    return goesOn(goOn, 1) ? std::move(traffic) : nullptr;
}

void Traffic::add(std::size_t place)
{
    m_outcomes.push_back(m_followed->outcome(place));
    if (m_outcomes.back().kind != journey::Outcome::Kind::Delivered && m_outcomes.back().drop)
        m_stopped.push_back(place);
    const std::uint32_t flow = journeys().all.flowOf(place);
    if (flow >= m_first.size())
        m_first.resize(flow + 1, journeys().all.size());
    m_first[flow] = std::min(m_first[flow], place);
}

journey::Journey Traffic::firstOf(std::uint32_t flow) const
{
    return journeys().all[m_first[flow]];
}

const TunnelPairs &Traffic::tunnelPairs() const
{
    if (!m_tunnelPairs)
        m_tunnelPairs = std::make_unique<const TunnelPairs>(*m_followed);
    return *m_tunnelPairs;
}

journey::CloseLook Traffic::look(const journey::JourneyHop &hop) const
{
    return journey::Looker(store(), dissector(), points(), journeys().sightings.knownBy).at(hop.rows.front(), hop.tuple);
}

std::string Traffic::nameOf(std::uint16_t point) const
{
    return journey::nameOf(points()[point]).text();
}

// Of packets that were lost as one of these lines foretold, by their rows.
std::vector<journey::Sighting> Traffic::lastSightings(const EvidenceList &lines, const std::optional<IpPrefix> &to) const
{
    std::vector<journey::Sighting> last;
    for (const std::size_t place : m_stopped) {
        const bool isIt = std::ranges::any_of(m_outcomes[place].drop->evidence, [&](const Evidence &line) { return line.source && std::ranges::find(lines, line) != lines.end(); });
        if (!isIt)
            continue;
        const journey::Sighting one = journeys().all[place].hops.back().first();
        if (!to || to->contains(tupleOf(one).destination))
            last.push_back(one);
    }
    std::ranges::sort(last, {}, &journey::Sighting::row);
    return last;
}

std::vector<std::uint32_t> Traffic::lostBy(const EvidenceList &lines, const std::optional<IpPrefix> &to) const
{
    std::vector<std::uint32_t> rows;
    for (const journey::Sighting &one : lastSightings(lines, to))
        rows.push_back(one.row);
    return rows;
}

std::optional<journey::Tuple> Traffic::firstLostBy(const EvidenceList &lines) const
{
    const std::vector<journey::Sighting> last = lastSightings(lines, {});
    return last.empty() ? std::nullopt : std::optional(tupleOf(last.front()));
}

bool Traffic::isOwnPoint(std::uint16_t point, const IpAddress &address) const
{
    const path::Place *const place = points()[point].place.place;
    return place && place->net->owner(address) != nullptr;
}

} // namespace vethscope::diagnose
