#include "core/topology/canvas.h"

#include "core/figure/textwidth.h"
#include "core/topology/problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace vethscope {

using namespace figure;

namespace {

constexpr double boxMargin = 8;  // from an outline to words
constexpr double capital = 0.36; // from a line's middle to its baseline, as a share of the size

} // namespace

Canvas::Canvas(TopologyFigure &figure, const Cluster &cluster, const TopologyOptions &options)
    : m_figure(figure), m_cluster(cluster), m_options(options), m_problems(problemsByNode(cluster))
{
}

void Canvas::begin(const Subject &subject, std::string name)
{
    m_figure.parts.push_back({subject, {}, {}, std::move(name)});
    m_fixedReach = false;
}

void Canvas::setReach(const Rect &reach)
{
    m_figure.parts.back().reach = reach;
    m_fixedReach = true;
}

void Canvas::add(Shape shape)
{
    Part &part = m_figure.parts.back();
    if (!m_fixedReach) {
        const Rect bounds = boundsOf(shape);
        part.reach = part.shapes.empty() ? bounds : part.reach.united(bounds);
    }
    part.shapes.push_back(std::move(shape));
}

void Canvas::box(const Box &box)
{
    add(box);
}

void Canvas::line(const Line &line)
{
    add(line);
}

void Canvas::text(Point at, std::string text, double size, Hue hue, Anchor anchor, bool strong, Face face)
{
    add(Text{at, std::move(text), size, face, strong, hue, anchor});
}

void Canvas::device(const Rect &rect, Hue hue, const std::string &name, const std::vector<std::string> &addresses, bool seen, bool mono)
{
    box({rect, 8, hue, seen ? Fill::Soft : Fill::Base, 1.4, seen ? Stroke::Solid : Stroke::Dotted});
    const double room = rect.width - 2 * boxMargin;
    const double height = (name.empty() ? 0 : measure::lineHeight + 1) + measure::lineHeight * static_cast<double>(addresses.size());
    double y = rect.centreY() - height / 2;
    const Face face = mono ? Face::Mono : Face::Sans;
    const double nameSize = mono ? measure::addressSize : measure::nameSize;
    if (!name.empty()) {
        text({rect.centreX(), y + measure::lineHeight / 2 + nameSize * capital}, elidedInTheMiddle(name, room, face, nameSize, !mono), nameSize,
             hue, Anchor::Middle, !mono, face);
        y += measure::lineHeight + 1;
    }
    for (const std::string &address : addresses) {
        text({rect.centreX(), y + measure::lineHeight / 2 + measure::addressSize * capital},
             elidedInTheMiddle(address, room, Face::Mono, measure::addressSize), measure::addressSize, Hue::Muted, Anchor::Middle, false, Face::Mono);
        y += measure::lineHeight;
    }
}

double Canvas::pillWidth(const std::string &text, bool mono)
{
    return textWidth(text, mono ? Face::Mono : Face::Sans, measure::remarkSize, !mono) + 2 * 11;
}

Rect Canvas::pill(Point centre, const std::vector<std::string> &lines, Hue hue, bool mono)
{
    double width = 0;
    for (const std::string &one : lines)
        width = std::max(width, pillWidth(one, mono));
    const double height = measure::pillHeight + 14 * static_cast<double>(lines.size() - 1);
    const Rect rect{centre.x - width / 2, centre.y - height / 2, width, height};
    box({rect, measure::pillHeight / 2, hue, Fill::Base, 1.2, Stroke::Solid});
    double y = centre.y - 7 * static_cast<double>(lines.size() - 1);
    for (const std::string &one : lines) {
        text({centre.x, y + measure::remarkSize * capital}, one, measure::remarkSize, hue, Anchor::Middle, !mono, mono ? Face::Mono : Face::Sans);
        y += 14;
    }
    return rect;
}

void Canvas::wire(std::vector<Point> points, Hue hue, double width, Stroke stroke)
{
    Line made = points.size() > 2 ? rounded(points, 14) : Line{std::move(points)};
    made.hue = hue;
    made.width = width;
    made.stroke = stroke;
    line(made);
}

Line rounded(const std::vector<Point> &points, double radius)
{
    // As near to a quarter of a circle as a cubic Bézier comes.
    constexpr double handle = 0.5523;
    Line result;
    result.curved = true;
    const auto straightTo = [&](Point to) {
        const Point from = result.points.back();
        result.points.push_back({from.x + (to.x - from.x) / 3, from.y + (to.y - from.y) / 3});
        result.points.push_back({to.x - (to.x - from.x) / 3, to.y - (to.y - from.y) / 3});
        result.points.push_back(to);
    };
    result.points.push_back(points.front());
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const Point &before = points[i - 1];
        const Point &corner = points[i];
        const Point &after = points[i + 1];
        const double in = std::hypot(corner.x - before.x, corner.y - before.y);
        const double out = std::hypot(after.x - corner.x, after.y - corner.y);
        const double r = std::min({radius, in / 2, out / 2});
        const auto towards = [&](const Point &to, double length, double by) {
            return Point{corner.x + (to.x - corner.x) / length * by, corner.y + (to.y - corner.y) / length * by};
        };
        if (in <= 0 || out <= 0)
            continue;
        straightTo(towards(before, in, r));
        result.points.push_back(towards(before, in, r * (1 - handle)));
        result.points.push_back(towards(after, out, r * (1 - handle)));
        result.points.push_back(towards(after, out, r));
    }
    straightTo(points.back());
    return result;
}

std::vector<std::string> addressLines(const NetworkInterface &interface)
{
    std::vector<const IpPrefix *> global;
    for (const IpPrefix &prefix : interface.addresses)
        if (!prefix.address.isLinkLocal())
            global.push_back(&prefix);
    std::ranges::stable_sort(global, {}, [](const IpPrefix *prefix) { return prefix->address.isV6(); });
    std::vector<std::string> lines;
    if (!global.empty())
        lines.push_back(global.front()->text() + (global.size() > 1 ? fmt::format(" +{}", global.size() - 1) : std::string()));
    if (interface.mac && !interface.mac->isZero())
        lines.push_back(interface.mac->text());
    return lines;
}

} // namespace vethscope
