#include "ui/figures/boxesfigure.h"

#include <algorithm>
#include <numeric>

namespace vethscope {
namespace {

bool isSeam(const Box &box)
{
    return box.size == 0;
}

bool opens(std::span<const Box> boxes, std::size_t index, int depth)
{
    return boxes[index].depth >= depth && (index == 0 || boxes[index - 1].depth < depth);
}

bool closes(std::span<const Box> boxes, std::size_t index, int depth)
{
    return boxes[index].depth >= depth && (index + 1 == boxes.size() || boxes[index + 1].depth < depth);
}

int deepest(std::span<const Box> boxes)
{
    int depth = 0;
    for (const Box &box : boxes)
        depth = std::max<int>(depth, box.depth);
    return depth;
}

// An enclosure begins and ends with room between its outline and its boxes.
double enclosureSides(std::span<const Box> boxes, double padding)
{
    double sides = 0;
    for (int depth = 1; depth <= deepest(boxes); ++depth)
        for (std::size_t i = 0; i < boxes.size(); ++i)
            sides += (opens(boxes, i, depth) ? padding : 0) + (closes(boxes, i, depth) ? padding : 0);
    return sides;
}

std::vector<double> widthsOf(std::span<const Box> boxes, std::span<const double> legible, double room, double seam)
{
    std::vector<double> widths(boxes.size());
    double bytes = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        widths[i] = isSeam(boxes[i]) ? seam : legible[i];
        bytes += boxes[i].size;
    }
    const double wanted = std::accumulate(widths.begin(), widths.end(), 0.0);
    const double rest = room - wanted;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (rest < 0)
            widths[i] *= std::max(0.0, room) / wanted;
        else if (bytes > 0)
            widths[i] += rest * boxes[i].size / bytes;
    }
    return widths;
}

double boxInset(int depth, const BoxesMeasure &measure)
{
    return depth == 0 ? measure.step : (depth - 1) * measure.step + measure.padding;
}

} // namespace

int BoxesFigure::boxAt(QPointF point) const
{
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (boxes[i].contains(point))
            return static_cast<int>(i);
    return -1;
}

BoxesFigure layoutBoxes(std::span<const Box> boxes, std::span<const double> legible, QSizeF size, const BoxesMeasure &measure)
{
    BoxesFigure figure;
    if (boxes.empty())
        return figure;
    const double gaps = measure.gap * static_cast<double>(boxes.size() - 1);
    const double room = size.width() - gaps - enclosureSides(boxes, measure.padding);
    const std::vector<double> widths = widthsOf(boxes, legible, room, measure.seam);
    const int depths = deepest(boxes);

    double x = 0;
    std::vector<double> openedAt(static_cast<std::size_t>(depths) + 1, 0);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (int depth = 1; depth <= depths; ++depth) {
            if (!opens(boxes, i, depth))
                continue;
            openedAt[static_cast<std::size_t>(depth)] = x;
            x += measure.padding;
        }
        const double inset = boxInset(boxes[i].depth, measure);
        figure.boxes.emplace_back(x, inset, widths[i], std::max(0.0, size.height() - 2 * inset));
        x += widths[i];
        for (int depth = depths; depth >= 1; --depth) {
            if (!closes(boxes, i, depth))
                continue;
            x += measure.padding;
            const double left = openedAt[static_cast<std::size_t>(depth)];
            const double top = (depth - 1) * measure.step;
            figure.enclosures.push_back({QRectF(left, top, x - left, std::max(0.0, size.height() - 2 * top)), Scope::Overlay, depth});
        }
        x += measure.gap;
    }
    std::sort(figure.enclosures.begin(), figure.enclosures.end(),
              [](const auto &left, const auto &right) { return left.depth < right.depth; });
    return figure;
}

} // namespace vethscope
