#include "core/diagnose/blockedseen.h"

#include "core/diagnose/traffic.h"

#include <algorithm>
#include <optional>

namespace vethscope::diagnose {
namespace {

bool isOf(const Traffic &traffic, std::uint16_t point, const std::string &node)
{
    return !node.empty() && traffic.points()[point].place.node == node;
}

bool isSeenAt(const Traffic &traffic, const TunnelPair &pair, const std::string &node)
{
    return std::ranges::any_of(pair.seenAt, [&](const auto &one) { return isOf(traffic, one.first, node); });
}

// Whether what was sent from the first packet to the last one would be in this capture.
bool wouldSee(const Traffic &traffic, std::uint16_t point, const TunnelPair &pair)
{
    const journey::JourneyPoint &one = traffic.points()[point];
    if (!one.begin || !one.end || !one.filter.empty() || one.dropped.value_or(0) > 0)
        return false;
    const auto &hosts = traffic.journeys().hosts;
    const auto at = [&](std::uint16_t seenBy, std::int64_t time) { return traffic.journeys().clocks.corrected(hosts[seenBy], time); };
    const auto sentAt = [&](std::uint32_t row) { return at(traffic.points().of(traffic.store(), row), traffic.store().time(row)); };
    return at(point, *one.begin) <= sentAt(pair.firstRow) && sentAt(pair.lastRow) <= at(point, *one.end);
}

} // namespace

std::vector<BlockedSeen> blockedTunnelsSeen(const Case &about)
{
    std::vector<BlockedSeen> found;
    for (const SeenAlone &ends : tunnelsSeenAlone(about, true)) {
        const Traffic &traffic = *about.traffic();
        const TunnelPairs &pairs = traffic.tunnelPairs();
        const TunnelPair &pair = *ends.there;
        const std::string sender = pairs.nodeOf(pair.from), receiver = pairs.nodeOf(pair.to);
        if (pair.arrives || pair.sent < 2 || sender == receiver || !isSeenAt(traffic, pair, sender) || isSeenAt(traffic, pair, receiver))
            continue;
        for (const auto &[point, row] : ends.back->seenAt) {
            const auto bare = isOf(traffic, point, receiver) && wouldSee(traffic, point, pair) ? pairs.bareAt(point, pair.from, pair.to) : std::nullopt;
            if (!bare)
                continue;
            found.push_back({ends, *bare});
            break;
        }
    }
    return found;
}

} // namespace vethscope::diagnose
