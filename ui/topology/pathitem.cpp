#include "ui/topology/pathitem.h"

#include "core/pathfigures/pathshapes.h"
#include "ui/topology/figurepainter.h"

#include <QPainter>

namespace vethscope {
namespace {

constexpr double margin = 16; // around points: what the mark's ring needs

} // namespace

PathItem::PathItem(PathFigure figure, path::Verdict verdict) : m_figure(std::move(figure)), m_verdict(verdict)
{
    setZValue(1);
    const auto include = [this](const figure::Point &point) { m_bounds |= QRectF(point.x - margin, point.y - margin, 2 * margin, 2 * margin); };
    for (const PathFigure::Stop &stop : m_figure.stops) {
        include(stop.dot);
        for (const figure::Line &line : stop.leg)
            for (const figure::Point &point : line.points)
                include(point);
    }
    if (m_figure.end)
        include(*m_figure.end);
}

void PathItem::setHop(std::size_t hop)
{
    if (hop == m_hop)
        return;
    m_hop = hop;
    update();
}

QRectF PathItem::dotArea() const
{
    const figure::Point dot = m_hop < m_figure.stops.size() ? m_figure.stops[m_hop].dot : figure::Point();
    return {dot.x - margin, dot.y - margin, 2 * margin, 2 * margin};
}

void PathItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    for (const figure::Shape &shape : pathShapes(m_figure, m_verdict, m_hop))
        paintShape(*painter, shape, currentColours());
}

} // namespace vethscope
