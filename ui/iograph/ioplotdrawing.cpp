#include "ui/iograph/ioplot.h"

#include "ui/iograph/iocolours.h"
#include "ui/iograph/ioticker.h"

// How the picture looks: graphs, axes, lines, colours.

namespace vethscope {
namespace {

constexpr double pointSize = 7, lineWidth = 1.5;
constexpr int barAlpha = 190;

QCPGraph::LineStyle lineStyleOf(IoStyle style)
{
    switch (style) {
    case IoStyle::Line: return QCPGraph::lsLine;
    case IoStyle::Step: return QCPGraph::lsStepLeft;
    case IoStyle::Impulse: return QCPGraph::lsImpulse;
    default: return QCPGraph::lsNone;
    }
}

QCPScatterStyle::ScatterShape shapeOf(IoStyle style)
{
    switch (style) {
    case IoStyle::Dot: return QCPScatterStyle::ssDisc;
    case IoStyle::Square: return QCPScatterStyle::ssSquare;
    case IoStyle::Diamond: return QCPScatterStyle::ssDiamond;
    case IoStyle::Cross: return QCPScatterStyle::ssCross;
    case IoStyle::Plus: return QCPScatterStyle::ssPlus;
    case IoStyle::Circle: return QCPScatterStyle::ssCircle;
    default: return QCPScatterStyle::ssNone;
    }
}

} // namespace

// The first graph's unit is at the left, the next other one at the right.
void IoPlot::chooseUnits()
{
    m_units = {};
    for (const IoDrawn &graph : m_picture.graphs) {
        if (!m_units[0])
            m_units[0] = graph.unit;
        else if (m_units[0] != graph.unit && !m_units[1])
            m_units[1] = graph.unit;
    }
}

void IoPlot::draw()
{
    clearPlottables();
    legend->clearItems();
    chooseUnits();
    QCPBars *below = nullptr;
    for (const IoDrawn &graph : m_picture.graphs) {
        QCPAbstractPlottable *drawn = nullptr;
        if (graph.style == IoStyle::Bar || graph.style == IoStyle::StackedBar) {
            QCPBars *const bars = barsOf(graph);
            drawn = bars;
            if (graph.style == IoStyle::StackedBar) {
                if (below && below->valueAxis() == bars->valueAxis())
                    bars->moveAbove(below);
                below = bars;
            }
        } else {
            drawn = lineOf(graph);
        }
        drawn->setName(graph.title);
        drawn->setSelectable(QCP::stNone);
        drawn->addToLegend();
    }
    legend->setVisible(!m_picture.graphs.empty());
    showAxes();
    if (m_fitting)
        fit();
    else
        showLines();
    replot(rpQueuedReplot);
}

QCPBars *IoPlot::barsOf(const IoDrawn &graph)
{
    auto *bars = new QCPBars(xAxis, axisOf(graph.unit));
    const QColor colour = ioColour(graph.colour, *m_colours);
    QColor wash = colour;
    wash.setAlpha(barAlpha);
    bars->setWidth(m_picture.seconds(1));
    bars->setBrush(wash);
    bars->setPen(QPen(colour, 0));
    QVector<QCPBarsData> values;
    for (const IoPoint &point : graph.points)
        if (point.value != 0)
            values.append({keyOf(point), point.value});
    bars->data()->set(values, true);
    return bars;
}

QCPGraph *IoPlot::lineOf(const IoDrawn &graph)
{
    auto *line = new QCPGraph(xAxis, axisOf(graph.unit));
    line->setPen(QPen(ioColour(graph.colour, *m_colours), lineWidth));
    line->setLineStyle(lineStyleOf(graph.style));
    const auto shape = shapeOf(graph.style);
    const bool isOnePoint = graph.points.size() == 1; // a line of it is none
    line->setScatterStyle(QCPScatterStyle(isOnePoint && shape == QCPScatterStyle::ssNone ? QCPScatterStyle::ssDisc : shape, pointSize));
    const bool isLine = graph.style == IoStyle::Line || graph.style == IoStyle::Step;
    QVector<QCPGraphData> values;
    for (const IoPoint &point : graph.points)
        if (isLine || point.value != 0 || !graph.hasZero)
            values.append({keyOf(point), point.value});
    line->data()->set(values, true);
    return line;
}

void IoPlot::showAxes()
{
    const auto title = [&](std::optional<IoUnit> unit) { return unit ? axisTitle(*unit, m_picture.interval) : QString(); };
    yAxis->setLabel(title(m_units[0]));
    yAxis2->setLabel(title(m_units[1]));
    yAxis2->setVisible(m_units[1].has_value());
    xAxis->setLabel(isTimeOfDay() ? tr("Time of day") : tr("Time (s)"));
    if (isTimeOfDay()) {
        const QSharedPointer<QCPAxisTickerDateTime> ticker(new QCPAxisTickerDateTime);
        ticker->setTickCount(5);
        xAxis->setTicker(ticker);
        showTimeFormat();
    } else {
        xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new IoTicker<QCPAxisTicker>));
    }
    for (QCPAxis *axis : {yAxis, yAxis2}) {
        axis->setScaleType(m_logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
        axis->setTicker(m_logarithmic ? QSharedPointer<QCPAxisTicker>(new IoTicker<QCPAxisTickerLog>) : QSharedPointer<QCPAxisTicker>(new IoTicker<QCPAxisTicker>));
    }
}

// Of the time of day: with milliseconds where they can be told apart.
void IoPlot::showTimeFormat()
{
    if (const auto ticker = qSharedPointerDynamicCast<QCPAxisTickerDateTime>(xAxis->ticker()))
        ticker->setDateTimeFormat(xAxis->range().size() < 10 ? QStringLiteral("HH:mm:ss.zzz") : QStringLiteral("HH:mm:ss"));
}

void IoPlot::showLines()
{
    const auto upright = [&](QCPItemStraightLine *line, std::optional<std::int64_t> place) {
        line->setVisible(place.has_value());
        if (place) {
            const double x = m_picture.seconds(*place) + offset();
            line->point1->setCoords(x, 0);
            line->point2->setCoords(x, 1);
        }
    };
    upright(m_currentLine, m_current);
    upright(m_pointedLine, m_pointed);
    if (m_isDrawn)
        layer(QStringLiteral("overlay"))->replot();
}

void IoPlot::updateLook()
{
    const auto colour = [](Rgb rgb) { return QColor::fromRgb(rgb); };
    setBackground(QBrush(colour(m_colours->base)));
    for (QCPAxis *axis : {xAxis, yAxis, yAxis2}) {
        axis->setBasePen(QPen(colour(m_colours->muted)));
        axis->setTickPen(QPen(colour(m_colours->muted)));
        axis->setSubTickPen(QPen(colour(m_colours->line)));
        axis->setTickLabelColor(colour(m_colours->text));
        axis->setLabelColor(colour(m_colours->muted));
        axis->setTickLabelFont(font());
        axis->setLabelFont(font());
        axis->grid()->setPen(QPen(colour(m_colours->line), 0, Qt::DotLine));
        axis->grid()->setZeroLinePen(QPen(colour(m_colours->line)));
    }
    legend->setFont(font());
    legend->setTextColor(colour(m_colours->text));
    QColor ground = colour(m_colours->base);
    ground.setAlpha(225);
    legend->setBrush(ground);
    legend->setBorderPen(QPen(colour(m_colours->line)));
    m_currentLine->setPen(QPen(colour(m_colours->accent), 2));
    m_pointedLine->setPen(QPen(colour(m_colours->muted), 0, Qt::DashLine));
    m_crossLine->setPen(QPen(colour(m_colours->muted), 0, Qt::DashLine));
    draw();
}

} // namespace vethscope
