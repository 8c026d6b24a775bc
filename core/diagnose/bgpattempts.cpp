#include "core/diagnose/bgpattempts.h"

#include "core/diagnose/traffic.h"

#include <algorithm>
#include <limits>
#include <set>

namespace vethscope::diagnose {
namespace {

constexpr std::uint16_t bgpPort = 179;
constexpr std::uint8_t ceases = 6, collides = 7; // RFC 4486

} // namespace

std::vector<std::uint32_t> failedBgp(const Case &about, const std::function<bool(const IpAddress &, const IpAddress &)> &isBetween)
{
    std::vector<std::uint32_t> rows;
    if (!about.traffic())
        return rows;
    const Traffic &traffic = *about.traffic();
    const auto isEither = [&](const IpAddress &one, const IpAddress &other) { return isBetween(one, other) || isBetween(other, one); };
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (const NotificationSeen &one : traffic.seen().notifications) {
        if (!isEither(one.from, one.to) || (one.code == ceases && one.subcode == collides))
            continue;
        rows.push_back(one.row);
        last = std::max(last, one.time);
    }
    std::set<bool> alive; // directions
    for (const auto &[ends, keepalive] : traffic.seen().keepalives)
        if (keepalive.time > last && isEither(ends.first, ends.second))
            alive.insert(isBetween(ends.first, ends.second));
    if (alive.size() == 2)
        return {};
    if (!rows.empty())
        return rows;
    std::set<std::uint32_t> flows;
    const journey::Journeys &journeys = traffic.journeys();
    for (std::size_t place = 0; place < journeys.sightings.tuples.size(); ++place) {
        const journey::Tuple &tuple = journeys.sightings.tuples[place];
        if (tuple.isTcp() && tuple.destinationPort == bgpPort && isEither(tuple.source, tuple.destination) && flows.insert(journeys.flows[place]).second)
            rows.push_back(traffic.firstOf(journeys.flows[place]).hops.front().first().row);
    }
    std::ranges::sort(rows);
    return rows;
}

} // namespace vethscope::diagnose
