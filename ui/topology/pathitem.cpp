#include "ui/topology/pathitem.h"

#include "ui/topology/figurepainter.h"

#include <QPainter>

namespace vethscope {
namespace {

constexpr double dotRadius = 8;
constexpr double ring = 2.5;
constexpr double markRadius = 11;
constexpr double toCome = 2.2; // width of what is not walked yet
constexpr double margin = markRadius + ring + 2;

void paintSign(QPainter &painter, QPointF centre, path::Verdict verdict)
{
    const double s = markRadius * 0.42;
    QPen pen(painter.pen().color(), 2.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(pen);
    if (verdict == path::Verdict::Dropped) {
        painter.drawLine(centre + QPointF(-s, -s), centre + QPointF(s, s));
        painter.drawLine(centre + QPointF(-s, s), centre + QPointF(s, -s));
    } else if (verdict == path::Verdict::Delivered) {
        painter.drawPolyline(QPolygonF({centre + QPointF(-s, 0), centre + QPointF(-s * 0.2, s * 0.8), centre + QPointF(s * 1.1, -s * 0.8)}));
    } else {
        QFont font = painter.font();
        font.setPixelSize(int(markRadius * 1.5));
        font.setWeight(QFont::Bold);
        painter.setFont(font);
        painter.drawText(QRectF(centre.x() - markRadius, centre.y() - markRadius, 2 * markRadius, 2 * markRadius), Qt::AlignCenter, QStringLiteral("?"));
    }
}

QPointF toQt(const figure::Point &point)
{
    return {point.x, point.y};
}

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
    const QPointF dot = m_hop < m_figure.stops.size() ? toQt(m_figure.stops[m_hop].dot) : QPointF();
    return {dot.x() - margin, dot.y() - margin, 2 * margin, 2 * margin};
}

void PathItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const Colours &colours = currentColours();
    for (std::size_t i = 0; i < m_figure.stops.size(); ++i) {
        for (figure::Line line : m_figure.stops[i].leg) {
            if (i > m_hop)
                line.width = toCome;
            paintShape(*painter, line, colours);
        }
    }
    const QColor base = QColor::fromRgb(colours.base);
    if (m_figure.end) {
        const QPointF centre = toQt(*m_figure.end);
        const QColor colour = QColor::fromRgb(m_verdict == path::Verdict::Delivered ? colours.good : m_verdict == path::Verdict::Dropped ? colours.bad : colours.doubtful);
        painter->setPen(QPen(base, ring));
        painter->setBrush(colour);
        painter->drawEllipse(centre, markRadius, markRadius);
        painter->setPen(base);
        paintSign(*painter, centre, m_verdict);
    }
    if (m_hop >= m_figure.stops.size() || !m_figure.stops[m_hop].place)
        return;
    painter->setPen(QPen(base, ring));
    painter->setBrush(QColor::fromRgb(colours.bad));
    painter->drawEllipse(toQt(m_figure.stops[m_hop].dot), dotRadius, dotRadius);
}

} // namespace vethscope
