#include "ui/figures/boxesfigure.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace vethscope {
namespace {

constexpr double corner = 4;
constexpr double textMargin = 7;

// Words stand in the hue of their box; what nobody decoded and what only fills the frame is grey.
struct Look {
    QColor line;
    QColor ink;
    QColor fill;
};

Look lookOf(const Box &box, const Palette &palette)
{
    if (box.layer < 0)
        return {palette.muted, palette.muted, palette.window};
    const ScopeColours colours = palette.of(box.scope);
    return {colours.strong, colours.ink, colours.soft};
}

QFont titleFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.92);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont sizeFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.82);
    return font;
}

// Core names headers; what is no header it calls by these two words.
[[maybe_unused]] constexpr const char *coreWords[] = {
    QT_TRANSLATE_NOOP("BoxesFigure", "Payload"),
    QT_TRANSLATE_NOOP("BoxesFigure", "Padding"),
};

QString titleOf(const Box &box)
{
    return box.layer < 0 ? QCoreApplication::translate("BoxesFigure", box.title.c_str()) : QString::fromStdString(box.title);
}

QString sizeOf(const Box &box)
{
    return QCoreApplication::translate("BoxesFigure", "%1 B", "bytes").arg(box.size);
}

void paintSeamTitle(QPainter &painter, const QRectF &rect, const QString &title, const QFont &font)
{
    painter.save();
    painter.translate(rect.center());
    painter.rotate(-90);
    painter.setFont(sizeFont(font));
    const double length = rect.height() - 4;
    painter.drawText(QRectF(-length / 2, -rect.width() / 2, length, rect.width()), Qt::AlignCenter,
                     QFontMetricsF(painter.font()).elidedText(title, Qt::ElideRight, length));
    painter.restore();
}

void paintTexts(QPainter &painter, const QRectF &rect, const Box &box, const Look &look, const Palette &palette, const QFont &font)
{
    const QFontMetricsF titleMetrics(titleFont(font));
    const QFontMetricsF sizeMetrics(sizeFont(font));
    const double height = titleMetrics.height() + sizeMetrics.height() - 2;
    const double room = rect.width() - 4;
    const double top = rect.center().y() - height / 2;
    painter.setFont(titleFont(font));
    painter.setPen(look.ink);
    painter.drawText(QRectF(rect.left() + 2, top, room, titleMetrics.height()), Qt::AlignCenter,
                     titleMetrics.elidedText(titleOf(box), Qt::ElideRight, room));
    painter.setFont(sizeFont(font));
    painter.setPen(palette.muted);
    painter.drawText(QRectF(rect.left() + 2, top + titleMetrics.height() - 2, room, sizeMetrics.height()), Qt::AlignCenter,
                     sizeMetrics.elidedText(sizeOf(box), Qt::ElideRight, room));
}

} // namespace

std::vector<double> legibleWidths(std::span<const Box> boxes, const QFont &font)
{
    const QFontMetricsF titles(titleFont(font));
    const QFontMetricsF sizes(sizeFont(font));
    const double least = titles.horizontalAdvance(QStringLiteral("Ethernet"));
    std::vector<double> widths;
    for (const Box &box : boxes)
        widths.push_back(std::max({least, titles.horizontalAdvance(titleOf(box)), sizes.horizontalAdvance(sizeOf(box))})
                         + 2 * textMargin);
    return widths;
}

void paintBoxes(QPainter &painter, const BoxesFigure &figure, std::span<const Box> boxes, const Palette &palette,
                const QFont &font, BoxesLight light)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const BoxesFigure::Enclosure &enclosure : figure.enclosures) {
        painter.setPen(QPen(palette.of(enclosure.scope).strong, 1.6));
        painter.setBrush(palette.base);
        painter.drawRoundedRect(enclosure.rect.adjusted(0.8, 0.8, -0.8, -0.8), corner + 2, corner + 2);
    }
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const bool selected = static_cast<int>(i) == light.selected;
        const bool hovered = static_cast<int>(i) == light.hovered;
        const Look look = lookOf(boxes[i], palette);
        const QRectF rect = figure.boxes[i].adjusted(0.65, 0.65, -0.65, -0.65);
        painter.setPen(QPen(look.line, selected ? 2.4 : hovered ? 1.8 : 1.3));
        painter.setBrush(look.fill);
        painter.drawRoundedRect(rect, corner, corner);
        if (boxes[i].size == 0) {
            painter.setPen(look.ink);
            paintSeamTitle(painter, rect, titleOf(boxes[i]), font);
        } else {
            paintTexts(painter, rect, boxes[i], look, palette, font);
        }
    }
    painter.restore();
}

} // namespace vethscope
