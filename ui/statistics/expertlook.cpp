#include "ui/statistics/expertlook.h"

#include "ui/findings/severitylook.h"
#include "ui/theme/palette.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace vethscope {
namespace {

ProblemSeverity problemOf(ExpertSeverity severity)
{
    return severity == ExpertSeverity::Error ? ProblemSeverity::Error : severity == ExpertSeverity::Warning ? ProblemSeverity::Warning : ProblemSeverity::Note;
}

void paintBubble(QPainter &painter, const QRectF &place)
{
    const QRectF round(place.left() + 0.5, place.top() + 0.5, place.width() - 1, place.height() * 0.66);
    QPainterPath path;
    path.addRoundedRect(round, place.height() * 0.2, place.height() * 0.2);
    QPainterPath tip;
    tip.addPolygon(QPolygonF({{round.left() + round.width() * 0.25, round.bottom() - 1}, {round.left() + round.width() * 0.25, place.bottom()}, {round.left() + round.width() * 0.6, round.bottom() - 1}}));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Palette::current().muted);
    painter.drawPath(path.united(tip));
    painter.restore();
}

} // namespace

void paintExpert(QPainter &painter, const QRectF &place, ExpertSeverity severity)
{
    if (severity == ExpertSeverity::Chat)
        paintBubble(painter, place);
    else
        paintSeverity(painter, place, problemOf(severity));
}

QIcon expertIcon(ExpertSeverity severity, int size, double pixelRatio)
{
    QPixmap pixmap(QSize(size, size) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintExpert(painter, QRectF(0, 0, size, size), severity);
    painter.end();
    return QIcon(pixmap);
}

QString expertName(ExpertSeverity severity)
{
    return severity == ExpertSeverity::Chat ? QCoreApplication::translate("Expert", "Chat") : severityName(problemOf(severity));
}

} // namespace vethscope
