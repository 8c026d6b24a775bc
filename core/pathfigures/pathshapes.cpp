#include "core/pathfigures/pathshapes.h"

#include "core/topology/lit.h"

namespace vethscope {

using namespace figure;

namespace {

constexpr double ring = 2.5; // of paper around dot and mark
constexpr double markRadius = 11;
constexpr double toCome = 2.2; // width of what is not walked yet
constexpr double signWidth = 2.6;
constexpr double questionSize = 1.5 * markRadius;

Box disc(Point centre, double radius, Hue hue, Fill fill)
{
    return {{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, radius, hue, fill, 0, Stroke::None};
}

void addDot(std::vector<Shape> &shapes, Point at, double radius, Hue hue)
{
    shapes.emplace_back(disc(at, radius + ring / 2, Hue::Paper, Fill::Strong));
    shapes.emplace_back(disc(at, radius - ring / 2, hue, Fill::Strong));
}

void addSign(std::vector<Shape> &shapes, Point at, path::Verdict verdict)
{
    const double s = markRadius * 0.42;
    const auto stroke = [&](std::vector<Point> points) {
        for (Point &point : points)
            point = {at.x + point.x, at.y + point.y};
        shapes.emplace_back(Line{std::move(points), false, Hue::Paper, signWidth, Stroke::Solid, false});
    };
    if (verdict == path::Verdict::Dropped) {
        stroke({{-s, -s}, {s, s}});
        stroke({{-s, s}, {s, -s}});
    } else if (verdict == path::Verdict::Delivered) {
        stroke({{-s, 0}, {-s * 0.2, s * 0.8}, {s * 1.1, -s * 0.8}});
    } else {
        shapes.emplace_back(Text{{at.x, at.y + questionSize * 0.36}, "?", questionSize, Face::Sans, true, Hue::Paper, Anchor::Middle});
    }
}

} // namespace

std::vector<Shape> pathShapes(const PathFigure &path, path::Verdict verdict, std::size_t hop)
{
    std::vector<Shape> shapes;
    for (std::size_t i = 0; i < path.stops.size(); ++i) {
        for (Line line : path.stops[i].leg) {
            if (i > hop)
                line.width = toCome;
            shapes.emplace_back(std::move(line));
        }
    }
    if (path.end) {
        addDot(shapes, *path.end, markRadius, verdict == path::Verdict::Delivered ? Hue::Good : verdict == path::Verdict::Dropped ? Hue::Bad : Hue::Doubtful);
        addSign(shapes, *path.end, verdict);
    }
    if (hop < path.stops.size() && path.stops[hop].place)
        addDot(shapes, path.stops[hop].dot, pathDotRadius, Hue::Bad);
    return shapes;
}

TopologyFigure withPath(TopologyFigure figure, const PathFigure &path, path::Verdict verdict, std::size_t hop)
{
    const std::vector<Subject> all = path.all();
    const std::set<Subject> onPath(all.begin(), all.end());
    for (Part &part : figure.parts)
        part.faint = stepsBack(part, onPath);
    std::set<Subject> walked;
    for (std::size_t i = 0; i <= hop && i < path.stops.size(); ++i)
        walked.insert(path.stops[i].lit.begin(), path.stops[i].lit.end());
    figure = withLit(std::move(figure), walked);
    figure.parts.push_back({{}, pathShapes(path, verdict, hop), {}, {}});
    return figure;
}

} // namespace vethscope
