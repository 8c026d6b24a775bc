#include "core/figure/figure.h"

#include "core/figure/textwidth.h"

#include <algorithm>
#include <cmath>

namespace vethscope::figure {
namespace {

// Of the letters above and below the baseline, as shares of the size: Inter's capitals, its g and p.
constexpr double ascent = 0.76;
constexpr double descent = 0.22;

Rect boundsOfBox(const Box &box)
{
    return box.rect;
}

Rect boundsOfText(const Text &text)
{
    const double width = textWidth(text.text, text.face, text.size, text.strong);
    const double left = text.anchor == Anchor::Start    ? text.at.x
                        : text.anchor == Anchor::Middle ? text.at.x - width / 2
                                                        : text.at.x - width;
    return {left, text.at.y - ascent * text.size, width, (ascent + descent) * text.size};
}

Rect boundsOfLine(const Line &line)
{
    const std::vector<Point> points = flattened(line);
    if (points.empty())
        return {};
    const auto [left, right] = std::ranges::minmax(points, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &Point::y);
    return {left.x, top.y, right.x - left.x, bottom.y - top.y};
}

} // namespace

bool Rect::contains(Point point) const
{
    return point.x >= left() && point.x <= right() && point.y >= top() && point.y <= bottom();
}

bool Rect::contains(const Rect &other) const
{
    return other.left() >= left() && other.right() <= right() && other.top() >= top() && other.bottom() <= bottom();
}

bool Rect::overlaps(const Rect &other) const
{
    return other.left() < right() && left() < other.right() && other.top() < bottom() && top() < other.bottom();
}

Rect Rect::united(const Rect &other) const
{
    const double l = std::min(left(), other.left());
    const double t = std::min(top(), other.top());
    return {l, t, std::max(right(), other.right()) - l, std::max(bottom(), other.bottom()) - t};
}

Rect boundsOf(const Shape &shape)
{
    if (const auto *box = std::get_if<Box>(&shape))
        return boundsOfBox(*box);
    if (const auto *text = std::get_if<Text>(&shape))
        return boundsOfText(*text);
    return boundsOfLine(std::get<Line>(shape));
}

Shape emboldened(Shape shape)
{
    if (auto *box = std::get_if<Box>(&shape))
        box->lineWidth += 1.2;
    else if (auto *line = std::get_if<Line>(&shape))
        line->width += 1.4;
    return shape;
}

std::vector<Point> arrowHead(const Line &line)
{
    constexpr double headLength = 7;
    constexpr double headHalf = 3.2;
    if (!line.arrow || line.points.size() < 2)
        return {};
    const Point tip = line.points.back();
    const Point from = line.points[line.points.size() - 2];
    const double length = std::hypot(tip.x - from.x, tip.y - from.y);
    if (length <= 0)
        return {};
    const Point along{(tip.x - from.x) / length, (tip.y - from.y) / length};
    const Point foot{tip.x - along.x * headLength, tip.y - along.y * headLength};
    return {tip, {foot.x - along.y * headHalf, foot.y + along.x * headHalf}, {foot.x + along.y * headHalf, foot.y - along.x * headHalf}};
}

std::vector<Point> flattened(const Line &line, int pieces)
{
    if (!line.curved)
        return line.points;
    std::vector<Point> points;
    for (std::size_t i = 0; i + 3 < line.points.size(); i += 3) {
        const Point *p = &line.points[i];
        for (int step = points.empty() ? 0 : 1; step <= pieces; ++step) {
            const double t = static_cast<double>(step) / pieces;
            const double u = 1 - t;
            const double weights[] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
            Point at;
            for (int k = 0; k < 4; ++k) {
                at.x += weights[k] * p[k].x;
                at.y += weights[k] * p[k].y;
            }
            points.push_back(at);
        }
    }
    return points;
}

} // namespace vethscope::figure
