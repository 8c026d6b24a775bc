#include "core/journeyfigures/ladderparts.h"

#include "core/figure/textwidth.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vethscope {

using namespace figure;

namespace {

constexpr double dotRadius = 4.2, reachRadius = 9, arrowGap = 3, lostDown = 10, arm = 5;

Rect around(Point at, double radius)
{
    return {at.x - radius, at.y - radius, 2 * radius, 2 * radius};
}

Box dot(Point at, Hue hue, Fill fill)
{
    return {around(at, dotRadius), dotRadius, hue, fill, 1.4, fill == Fill::Strong ? Stroke::None : Stroke::Solid};
}

Text headLine(const std::string &text, Point at, double size, bool strong, Hue hue)
{
    return {at, elidedInTheMiddle(text, ladderHeadWidth - 10, Face::Sans, size, strong), size, Face::Sans, strong, hue, Anchor::Middle};
}

} // namespace

LadderPart ladderHead(const journey::PointName &name, Point at)
{
    const Rect rect{at.x - ladderHeadWidth / 2, at.y, ladderHeadWidth, ladderHeadHeight};
    LadderPart part{LadderPart::Kind::Head, {}, name.text(), {Box{rect, 6, Hue::Muted, Fill::Window}}, rect};
    const bool hasBoth = !name.device.empty() && !name.machine.empty();
    part.shapes.emplace_back(headLine(name.device.empty() ? name.machine : name.device, {at.x, at.y + (hasBoth ? 17 : 25)}, 12, true, Hue::Neutral));
    if (hasBoth)
        part.shapes.emplace_back(headLine(name.machine, {at.x, at.y + 32}, 10.5, false, Hue::Muted));
    return part;
}

LadderPart ladderLifeline(double x, double top, double bottom)
{
    return {LadderPart::Kind::Lifeline, {}, {}, {Line{{{x, top}, {x, bottom}}, false, Hue::Muted, 0.7}}, {}};
}

LadderPart ladderHop(Point at, Hue hue)
{
    return {LadderPart::Kind::Hop, {}, {}, {dot(at, hue, Fill::Strong)}, around(at, reachRadius)};
}

Line ladderArrow(Point from, Point to, Hue hue)
{
    const double length = std::hypot(to.x - from.x, to.y - from.y), gap = length > 4 * dotRadius ? dotRadius + arrowGap : 0;
    const double share = 1 - gap / std::max(length, 1.0);
    return {{from, {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share}}, false, hue, 1.5, Stroke::Solid, true};
}

LadderPart ladderMissed(Point at, std::string title)
{
    return {LadderPart::Kind::Missed, {}, std::move(title), {dot(at, Hue::Muted, Fill::Base)}, around(at, reachRadius)};
}

LadderPart ladderLost(Point last, double way, std::string title)
{
    const Point cross{last.x + way, last.y + lostDown};
    LadderPart part{LadderPart::Kind::End, {}, std::move(title), {}, around(cross, reachRadius)};
    part.shapes.emplace_back(Line{{last, {cross.x - (way > 0 ? arm : -arm), cross.y}}, false, Hue::Bad, 1.5, Stroke::Dashed});
    for (const double slope : {1.0, -1.0})
        part.shapes.emplace_back(Line{{{cross.x - arm, cross.y - slope * arm}, {cross.x + arm, cross.y + slope * arm}}, false, Hue::Bad, 2.4});
    return part;
}

LadderPart ladderArrived(Point last, std::string title)
{
    const Point at{last.x + 14, last.y};
    return {LadderPart::Kind::End, {}, std::move(title), {Line{{{at.x - 4.5, at.y}, {at.x - 1, at.y + 3.5}, {at.x + 4.5, at.y - 4}}, false, Hue::Good, 1.9}}, around(at, reachRadius - 2)};
}

} // namespace vethscope
