#include "ui/matrix/matrixpainting.h"

#include "ui/theme/palette.h"

#include <QPainter>

#include <algorithm>

namespace vethscope {
namespace {

constexpr double smallestTick = 9, smallestGap = 7; // pixels

struct CellColours {
    QColor fill, sign;
};

CellColours coloursOf(CellLook look)
{
    const Palette &palette = Palette::current();
    switch (look) {
    case CellLook::Arrives: return {mixed(palette.good, palette.base, Palette::isDark() ? 0.45 : 0.38), mixed(palette.good, palette.text, 0.55)};
    case CellLook::Assumed: return {mixed(palette.good, palette.base, Palette::isDark() ? 0.18 : 0.13), mixed(palette.good, palette.base, 0.75)};
    case CellLook::Dropped: return {palette.bad, palette.base};
    case CellLook::Unknown: break;
    }
    return {mixed(palette.muted, palette.base, 0.32), palette.text};
}

void drawSign(QPainter &painter, const QRectF &rect, CellLook look, const QColor &colour)
{
    const double side = std::min(rect.width(), rect.height());
    const QPointF middle = rect.center();
    const double reach = side * 0.24;
    painter.setPen(QPen(colour, std::max(1.0, side * (look == CellLook::Assumed ? 0.07 : 0.11)), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (look == CellLook::Dropped) { // at any size: who does not see red sees a cross
        painter.drawLine(middle + QPointF(-reach, -reach), middle + QPointF(reach, reach));
        painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach));
    } else if (look == CellLook::Unknown) {
        QFont font = painter.font();
        font.setPixelSize(std::max(5, static_cast<int>(side * 0.68)));
        font.setBold(true);
        painter.setFont(font);
        painter.drawText(rect, Qt::AlignCenter, QStringLiteral("?"));
    } else if (side >= smallestTick) {
        painter.drawPolyline(QPolygonF{middle + QPointF(-reach, reach * 0.1), middle + QPointF(-reach * 0.25, reach * 0.8), middle + QPointF(reach, -reach * 0.8)});
    }
}

} // namespace

void paintCell(QPainter &painter, const QRectF &rect, CellLook look, bool isChanged)
{
    const double gap = rect.width() >= smallestGap ? 0.5 : 0;
    const QRectF inner = rect.adjusted(gap, gap, -gap, -gap);
    const CellColours colours = coloursOf(look);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, rect.width() >= smallestTick);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.fill);
    const double radius = rect.width() >= 14 ? 2.5 : 0;
    painter.drawRoundedRect(inner, radius, radius);
    drawSign(painter, inner, look, colours.sign);
    if (isChanged) { // a corner, with an edge that stands out from any of the colours
        const double side = std::max(3.0, inner.width() * 0.42);
        painter.setPen(QPen(Palette::current().base, inner.width() >= smallestTick ? 1 : 0));
        painter.setBrush(Palette::current().accent);
        painter.drawPolygon(QPolygonF{inner.topRight(), inner.topRight() + QPointF(-side, 0), inner.topRight() + QPointF(0, side)});
    }
    painter.restore();
}

} // namespace vethscope
