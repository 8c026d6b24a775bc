#include "ui/findings/severitylook.h"

#include "core/diagnose/counts.h"
#include "ui/shared/language.h"
#include "ui/theme/palette.h"

#include <QPainter>
#include <QPolygonF>

namespace vethscope {
namespace {

void paintLine(QPainter &painter, QPointF from, QPointF to, double width, const QColor &colour)
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(from, to);
}

// A stroke and a dot: an exclamation mark, or upside down an i.
void paintStroke(QPainter &painter, const QRectF &place, double from, double to, double dot, const QColor &colour)
{
    const double x = place.center().x(), width = place.height() * 0.14;
    const auto at = [&](double share) { return QPointF(x, place.top() + place.height() * share); };
    paintLine(painter, at(from), at(to), width, colour);
    paintLine(painter, at(dot), at(dot), width * 1.1, colour);
}

} // namespace

QColor severityColour(ProblemSeverity severity)
{
    const Palette &palette = Palette::current();
    return severity == ProblemSeverity::Error ? palette.bad : severity == ProblemSeverity::Warning ? palette.doubtful : palette.accent;
}

void paintSeverity(QPainter &painter, const QRectF &place, ProblemSeverity severity)
{
    const QColor colour = severityColour(severity), paper = Palette::current().base;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (severity) {
    case ProblemSeverity::Error: {
        painter.drawEllipse(place);
        const QRectF cross = QRectF(0, 0, place.width() * 0.36, place.height() * 0.36).translated(place.center() - QPointF(place.width() * 0.18, place.height() * 0.18));
        paintLine(painter, cross.topLeft(), cross.bottomRight(), place.height() * 0.13, paper);
        paintLine(painter, cross.topRight(), cross.bottomLeft(), place.height() * 0.13, paper);
        break;
    }
    case ProblemSeverity::Warning:
        painter.setPen(QPen(colour, place.height() * 0.12, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
        painter.drawPolygon(QPolygonF{place.bottomLeft() + QPointF(place.width() * 0.06, -place.height() * 0.1), QPointF(place.center().x(), place.top() + place.height() * 0.1),
                                      place.bottomRight() + QPointF(-place.width() * 0.06, -place.height() * 0.1)});
        paintStroke(painter, place, 0.38, 0.6, 0.78, paper);
        break;
    case ProblemSeverity::Note: {
        const double width = place.height() * 0.11;
        painter.setBrush(paper);
        painter.setPen(QPen(colour, width));
        painter.drawEllipse(place.adjusted(width / 2, width / 2, -width / 2, -width / 2));
        paintStroke(painter, place, 0.48, 0.72, 0.28, colour);
        break;
    }
    }
    painter.restore();
}

QString severityName(ProblemSeverity severity)
{
    return translated(diagnose::severityWord(severity));
}

} // namespace vethscope
