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
        traffic->m_outcomes.push_back(traffic->m_followed->outcome(place));
    }
    return goesOn(goOn, 1) ? std::move(traffic) : nullptr;
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
    return journey::Looker(store(), dissector(), points()).at(hop.rows.front(), hop.tuple);
}

std::string Traffic::nameOf(std::uint16_t point) const
{
    return journey::nameOf(points()[point]).text();
}

std::vector<std::uint32_t> Traffic::lostBy(const EvidenceList &lines, const std::optional<IpPrefix> &to) const
{
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < m_outcomes.size(); ++i) {
        const journey::Outcome &outcome = m_outcomes[i];
        const bool isIt = outcome.kind != journey::Outcome::Kind::Delivered && outcome.drop
            && std::ranges::any_of(outcome.drop->evidence, [&](const Evidence &line) { return line.source && std::ranges::find(lines, line) != lines.end(); });
        const journey::Sighting &last = journeys().all[i].hops.back().first();
        if (isIt && (!to || to->contains(tupleOf(last).destination)))
            rows.push_back(last.row);
    }
    std::ranges::sort(rows);
    return rows;
}

bool Traffic::isOwnPoint(std::uint16_t point, const IpAddress &address) const
{
    const path::Place *const place = points()[point].place.place;
    return place && place->net->owner(address) != nullptr;
}

} // namespace vethscope::diagnose
