#include "ui/topology/figurepainter.h"

#include "core/figure/svgwriter.h"
#include "core/figure/textwidth.h"
#include "ui/theme/palette.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QHash>
#include <QPainter>

namespace vethscope {
namespace {

QColor colour(Rgb value)
{
    return QColor::fromRgb(value);
}

bool hasFace(figure::Face face)
{
    static const bool hasInter = QFontDatabase::hasFamily(QStringLiteral("Inter"));
    static const bool hasMono = QFontDatabase::hasFamily(QStringLiteral("JetBrains Mono"));
    return face == figure::Face::Mono ? hasMono : hasInter;
}

// Sizes are pixels of the drawing, whatever the device: points of its own resolution.
QFont fontOf(const figure::Text &text, int dotsPerInch)
{
    static QHash<quint64, QFont> fonts;
    const quint64 key = quint64(text.size * 100) << 32 | quint64(dotsPerInch) << 2 | quint64(text.strong) << 1 | quint64(text.face == figure::Face::Mono);
    const auto found = fonts.constFind(key);
    if (found != fonts.constEnd())
        return *found;
    QFont font;
    font.setFamilies(text.face == figure::Face::Mono
                         ? QStringList{QStringLiteral("JetBrains Mono"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("monospace")}
                         : QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("sans-serif")});
    font.setStyleHint(text.face == figure::Face::Mono ? QFont::Monospace : QFont::SansSerif);
    font.setPointSizeF(text.size * 72 / dotsPerInch);
    font.setWeight(text.strong ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting); // widths grow evenly with the zoom
    return *fonts.insert(key, font);
}

QPen penOf(const Colours &colours, figure::Hue hue, figure::Stroke stroke, double width)
{
    if (stroke == figure::Stroke::None || width <= 0)
        return QPen(Qt::NoPen);
    QPen pen(colour(figure::coloursOf(hue, colours).line), width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    if (const figure::Dashes dashes = figure::dashesOf(stroke, width); dashes.dash > 0)
        pen.setDashPattern({dashes.dash / width, dashes.gap / width});
    return pen;
}

void paint(QPainter &painter, const figure::Box &box, const Colours &colours)
{
    painter.setPen(penOf(colours, box.hue, box.stroke, box.lineWidth));
    painter.setBrush(box.fill == figure::Fill::None ? QBrush(Qt::NoBrush) : QBrush(colour(figure::fillOf(box.fill, box.hue, colours))));
    painter.drawRoundedRect(toQt(box.rect), box.radius, box.radius);
}

void paint(QPainter &painter, const figure::Line &line, const Colours &colours)
{
    painter.setPen(penOf(colours, line.hue, line.stroke, line.width));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(pathOf(line));
    const std::vector<figure::Point> head = figure::arrowHead(line);
    if (head.empty())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(figure::coloursOf(line.hue, colours).line));
    painter.drawPolygon(QPolygonF({{head[0].x, head[0].y}, {head[1].x, head[1].y}, {head[2].x, head[2].y}}));
}

void paint(QPainter &painter, const figure::Text &text, const Colours &colours)
{
    const QFont font = fontOf(text, painter.device()->logicalDpiY());
    const QString words = QString::fromStdString(text.text);
    const double planned = figure::textWidth(text.text, text.face, text.size, text.strong);
    painter.setFont(font);
    painter.setPen(colour(figure::coloursOf(text.hue, colours).ink));
    double width = planned;
    double squeeze = 1;
    if (!hasFace(text.face) || text.anchor != figure::Anchor::Start) {
        width = QFontMetricsF(font, painter.device()).horizontalAdvance(words);
        squeeze = hasFace(text.face) || width <= planned ? 1 : planned / width;
    }
    width *= squeeze;
    const double left = text.anchor == figure::Anchor::Start ? text.at.x : text.anchor == figure::Anchor::Middle ? text.at.x - width / 2 : text.at.x - width;
    if (squeeze == 1) {
        painter.drawText(QPointF(left, text.at.y), words);
        return;
    }
    painter.save();
    painter.translate(left, text.at.y);
    painter.scale(squeeze, 1);
    painter.drawText(QPointF(0, 0), words);
    painter.restore();
}

} // namespace

const Colours &currentColours()
{
    return Palette::isDark() ? Colours::dark() : Colours::light();
}

QPainterPath pathOf(const figure::Line &line)
{
    QPainterPath path;
    if (line.points.empty())
        return path;
    const auto at = [&](std::size_t i) { return QPointF(line.points[i].x, line.points[i].y); };
    path.moveTo(at(0));
    if (line.curved)
        for (std::size_t i = 1; i + 2 < line.points.size(); i += 3)
            path.cubicTo(at(i), at(i + 1), at(i + 2));
    else
        for (std::size_t i = 1; i < line.points.size(); ++i)
            path.lineTo(at(i));
    return path;
}

void paintShape(QPainter &painter, const figure::Shape &shape, const Colours &colours)
{
    std::visit([&](const auto &one) { paint(painter, one, colours); }, shape);
}

} // namespace vethscope
