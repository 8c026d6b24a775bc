#include "core/journey/superframes.h"

#include <algorithm>
#include <map>

namespace vethscope::journey {
namespace {

const Sighting &firstOf(const Journey &journey)
{
    return journey.hops.front().first();
}

bool holds(const Journey &whole, const Journey &part)
{
    const Sighting &large = firstOf(whole), &small = firstOf(part);
    const std::uint32_t offset = small.sequence - large.sequence; // modulo 2^32 (RFC 9293, section 3.4)
    return large.length > small.length && offset <= large.length - small.length;
}

bool isSameShape(const JourneyHop &one, const JourneyHop &other)
{
    return one.first().hasShapeOf(other.first());
}

bool meet(const std::vector<JourneyHop> &one, const std::vector<JourneyHop> &other)
{
    return std::ranges::any_of(one, [&](const JourneyHop &hop) {
        return std::ranges::any_of(other, [&](const JourneyHop &known) { return isSameShape(known, hop); });
    });
}

// A part that another part brought a hop for stands in the same hop.
void take(Journey &whole, const Journey &part)
{
    for (const JourneyHop &hop : part.hops) {
        const auto same = std::ranges::find_if(whole.hops, [&](const JourneyHop &known) {
            return isSameShape(known, hop);
        });
        if (same == whole.hops.end())
            whole.hops.push_back(hop);
        else
            same->sightings.insert(same->sightings.end(), hop.sightings.begin(), hop.sightings.end());
    }
}

// What may be a super-frame, with its own hops alone: parts bring others.
struct Whole {
    Journey *journey = nullptr;
    std::vector<JourneyHop> own{};
};

// Of one flow and one burst. In the order of their bytes, so that only what reaches beyond a part's beginning is held against it.
void joinAmong(std::vector<Journey *> &alike)
{
    const std::uint32_t origin = firstOf(*alike.front()).sequence;
    const auto begin = [&](const Journey *journey) { return static_cast<std::int32_t>(firstOf(*journey).sequence - origin); };
    std::ranges::stable_sort(alike, {}, [&](const Journey *journey) { return std::pair(begin(journey), -std::int64_t{firstOf(*journey).length}); });
    std::vector<Whole> wholes;
    for (Journey *const part : alike) {
        std::erase_if(wholes, [&](const Whole &whole) { return begin(whole.journey) + std::int64_t{firstOf(*whole.journey).length} <= begin(part); });
        const auto whole = std::ranges::find_if(wholes, [&](const Whole &one) { return holds(*one.journey, *part) && !meet(one.own, part->hops); });
        if (whole == wholes.end()) {
            wholes.push_back({part, part->hops});
            continue;
        }
        take(*whole->journey, *part);
        part->hops.clear();
    }
}

} // namespace

void joinSuperFrames(std::vector<Journey> &journeys)
{
    std::map<std::pair<std::uint32_t, std::uint64_t>, std::vector<Journey *>> bursts;
    for (Journey &journey : journeys)
        if (firstOf(journey).length > 0)
            bursts[{journey.flow, firstOf(journey).burst}].push_back(&journey);
    for (auto &[burst, alike] : bursts)
        if (alike.size() > 1)
            joinAmong(alike);
    std::erase_if(journeys, [](const Journey &journey) { return journey.hops.empty(); });
}

} // namespace vethscope::journey
