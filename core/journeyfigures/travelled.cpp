#include "core/journeyfigures/travelled.h"

#include <algorithm>

namespace vethscope {
namespace {

using journey::Outcome;

path::Verdict verdictOf(const Outcome &outcome)
{
    return outcome.kind == Outcome::Kind::Delivered ? path::Verdict::Delivered : outcome.kind == Outcome::Kind::Lost ? path::Verdict::Dropped : path::Verdict::Unknown;
}

// A router without output has no devices: whatever point no host output knows may be one of it.
bool isAt(const journey::JourneyPoint &point, const path::Hop &hop)
{
    return journey::Ways::isAt(point, hop) || (hop.where == path::SeenOn::Router && !point.place.place);
}

// Of a router the next hop alone: further on it may be another one.
std::vector<journey::JourneyHop>::const_iterator seenAt(const journey::Followed &followed, const journey::Journey &one, std::size_t next, const path::Hop &hop)
{
    const auto begin = one.hops.begin() + static_cast<std::ptrdiff_t>(next);
    const auto end = hop.where == path::SeenOn::Router && begin != one.hops.end() ? begin + 1 : one.hops.end();
    const auto seen = std::find_if(begin, end, [&](const journey::JourneyHop &candidate) { return isAt(followed.points()[candidate.point], hop); });
    return seen == end ? one.hops.end() : seen;
}

// From the first device that a hop of the journey was seen at to the last; none where none was.
void takeForetold(Travelled &way, const journey::Followed &followed, const journey::Journey &one, const path::Path &foretold)
{
    std::size_t next = 0;
    for (const path::Hop &hop : foretold.hops) {
        const auto seen = seenAt(followed, one, next, hop);
        if (seen == one.hops.end() && way.hopOf.empty())
            continue;
        way.path.hops.push_back(hop);
        way.hopOf.emplace_back();
        if (seen != one.hops.end()) {
            way.hopOf.back() = static_cast<std::size_t>(seen - one.hops.begin());
            next = *way.hopOf.back() + 1;
        }
    }
    while (!way.hopOf.empty() && !way.hopOf.back()) {
        way.hopOf.pop_back();
        way.path.hops.pop_back();
    }
}

} // namespace

std::size_t Travelled::stopOf(std::size_t hop) const
{
    std::size_t stop = 0;
    for (std::size_t i = 0; i < hopOf.size(); ++i)
        if (hopOf[i] && *hopOf[i] <= hop)
            stop = i;
    return stop;
}

Travelled travelled(const journey::Followed &followed, std::size_t journey, const std::optional<path::Path> &foretold)
{
    const journey::Journey one = followed.all()[journey];
    Travelled way;
    way.verdict = verdictOf(followed.outcome(journey));
    if (foretold)
        takeForetold(way, followed, one, *foretold);
    if (!way.hopOf.empty())
        return way;
    for (std::size_t hop = 0; hop < one.hops.size(); ++hop) {
        const explain::Point &place = followed.points()[one.hops[hop].point].place;
        if (!place.place || place.interface.empty())
            continue;
        path::Hop &seen = way.path.hops.emplace_back();
        seen.node = place.node;
        seen.pod = place.pod;
        seen.interface = place.interface;
        way.hopOf.emplace_back(hop);
    }
    return way;
}

} // namespace vethscope
