#include "core/journeyfigures/lifelines.h"

#include <algorithm>

namespace vethscope {
namespace {

using Points = std::vector<std::uint16_t>;

// The way, and where the packet went beside it.
Points passedBy(const journey::Followed &followed, const journey::Journey &one)
{
    Points points = followed.wayOf(one).points;
    auto behind = points.begin();
    for (const journey::JourneyHop &hop : one.hops) {
        const auto known = std::ranges::find(points, hop.point);
        if (known == points.end())
            behind = points.insert(behind, hop.point) + 1;
        else
            behind = known + 1;
    }
    return points;
}

std::ptrdiff_t placeOf(const Points &points, std::uint16_t point)
{
    const auto found = std::ranges::find(points, point);
    return found == points.end() ? -1 : found - points.begin();
}

// Whether it goes through what is there already from the right to the left.
bool isBackwards(const Points &lifelines, const Points &way)
{
    Points known;
    std::ranges::copy_if(way, std::back_inserter(known), [&](std::uint16_t point) { return placeOf(lifelines, point) >= 0; });
    return known.size() > 1 && placeOf(lifelines, known.front()) > placeOf(lifelines, known.back());
}

void add(Points &lifelines, Points way)
{
    if (isBackwards(lifelines, way))
        std::ranges::reverse(way);
    auto behind = std::ptrdiff_t{0};
    const auto first = std::ranges::find_if(way, [&](std::uint16_t point) { return placeOf(lifelines, point) >= 0; });
    if (first == way.end())
        behind = static_cast<std::ptrdiff_t>(lifelines.size()); // nothing in common
    else
        behind = placeOf(lifelines, *first);
    for (const std::uint16_t point : way) {
        if (const std::ptrdiff_t place = placeOf(lifelines, point); place >= 0)
            behind = place + 1;
        else
            lifelines.insert(lifelines.begin() + behind++, point);
    }
}

} // namespace

std::vector<std::uint16_t> lifelinesOf(const journey::Followed &followed, const std::vector<std::size_t> &journeys)
{
    Points lifelines;
    for (const std::size_t one : journeys)
        add(lifelines, passedBy(followed, followed.all()[one]));
    return lifelines;
}

} // namespace vethscope
