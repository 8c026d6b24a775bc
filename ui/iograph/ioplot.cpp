#include "ui/iograph/ioplot.h"

#include "ui/iograph/iocolours.h"
#include "ui/iograph/ioticker.h"
#include "ui/theme/palette.h"
#include "ui/topology/figurepainter.h"

#include <QApplication>
#include <QMenu>

#include <algorithm>
#include <cmath>

namespace vethscope {
namespace {

constexpr double zoomStep = 0.8, roomAbove = 1.08, pointSize = 7, lineWidth = 1.5;
constexpr int barAlpha = 190;
constexpr double longestOut = 4; // how much more than all of it can be seen

} // namespace

IoPlot::IoPlot(QWidget *parent)
    : QCustomPlot(parent), m_colours(&currentColours()), m_currentLine(new QCPItemStraightLine(this)), m_pointedLine(new QCPItemStraightLine(this)), m_crossLine(new QCPItemStraightLine(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setInteractions(QCP::iRangeDrag);
    setAutoAddPlottableToLegend(false);
    axisRect()->setRangeDragAxes({xAxis}, {yAxis, yAxis2});
    axisRect()->setRangeZoomAxes({xAxis}, {yAxis, yAxis2});
    layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmBuffered);
    for (QCPItemStraightLine *line : {m_currentLine, m_pointedLine, m_crossLine}) {
        line->setLayer(QStringLiteral("overlay"));
        line->setVisible(false);
    }
    for (QCPItemStraightLine *line : {m_currentLine, m_pointedLine})
        for (QCPItemPosition *point : {line->point1, line->point2})
            point->setTypeY(QCPItemPosition::ptAxisRectRatio);
    axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | Qt::AlignRight);
    connect(xAxis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this, [this] { keepInSight(); });
    connect(this, &QCustomPlot::afterReplot, this, [this] { m_isDrawn = true; });
    setZoomingByDrag(false);
    updateLook();
}

void IoPlot::setPicture(IoPicture picture)
{
    const bool isOther = picture.interval != m_picture.interval;
    m_picture = std::move(picture);
    if (isOther)
        m_current.reset();
    draw();
}

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
    for (const IoDrawn &graph : m_picture.graphs)
        drawGraph(graph, below);
    legend->setVisible(!m_picture.graphs.empty());
    showAxes();
    if (m_fitting)
        fit();
    else
        showLines();
    replot(rpQueuedReplot);
}

void IoPlot::drawGraph(const IoDrawn &graph, QCPBars *&below)
{
    const QColor colour = ioColour(graph.colour, *m_colours);
    const auto key = [&](const IoPoint &point) { return m_picture.seconds(point.place) + offset(); };
    QCPAbstractPlottable *drawn = nullptr;
    if (graph.style == IoStyle::Bar || graph.style == IoStyle::StackedBar) {
        auto *bars = new QCPBars(xAxis, axisOf(graph.unit));
        bars->setWidth(m_picture.seconds(1));
        QColor wash = colour;
        wash.setAlpha(barAlpha);
        bars->setBrush(wash);
        bars->setPen(QPen(colour, 0));
        QVector<QCPBarsData> values;
        for (const IoPoint &point : graph.points)
            if (point.value != 0)
                values.append({key(point), point.value});
        bars->data()->set(values, true);
        if (graph.style == IoStyle::StackedBar) {
            if (below && below->valueAxis() == bars->valueAxis())
                bars->moveAbove(below);
            below = bars;
        }
        drawn = bars;
    } else {
        auto *line = new QCPGraph(xAxis, axisOf(graph.unit));
        const bool isLine = graph.style == IoStyle::Line || graph.style == IoStyle::Step;
        line->setPen(QPen(colour, lineWidth));
        line->setLineStyle(graph.style == IoStyle::Line ? QCPGraph::lsLine : graph.style == IoStyle::Step ? QCPGraph::lsStepLeft : graph.style == IoStyle::Impulse ? QCPGraph::lsImpulse : QCPGraph::lsNone);
        using Scatter = QCPScatterStyle;
        const auto shape = graph.style == IoStyle::Dot ? Scatter::ssDisc : graph.style == IoStyle::Square ? Scatter::ssSquare : graph.style == IoStyle::Diamond ? Scatter::ssDiamond
                         : graph.style == IoStyle::Cross ? Scatter::ssCross : graph.style == IoStyle::Plus ? Scatter::ssPlus : graph.style == IoStyle::Circle ? Scatter::ssCircle
                         : graph.points.size() == 1 ? Scatter::ssDisc : Scatter::ssNone; // a line of one point is none
        line->setScatterStyle(Scatter(shape, pointSize));
        QVector<QCPGraphData> values;
        for (const IoPoint &point : graph.points)
            if (isLine || point.value != 0 || !graph.hasZero)
                values.append({key(point), point.value});
        line->data()->set(values, true);
        drawn = line;
    }
    drawn->setName(graph.title);
    drawn->setSelectable(QCP::stNone);
    drawn->addToLegend();
}

void IoPlot::showAxes()
{
    const auto title = [&](std::optional<IoUnit> unit) { return unit ? axisTitle(*unit, m_picture.interval) : QString(); };
    yAxis->setLabel(title(m_units[0]));
    yAxis2->setLabel(title(m_units[1]));
    yAxis2->setVisible(m_units[1].has_value());
    xAxis->setLabel(m_timeOfDay ? tr("Time of day") : tr("Time (s)"));
    if (m_timeOfDay) {
        const QSharedPointer<QCPAxisTickerDateTime> ticker(new QCPAxisTickerDateTime);
        ticker->setDateTimeFormat(xAxis->range().size() < 10 ? QStringLiteral("HH:mm:ss.zzz") : QStringLiteral("HH:mm:ss"));
        ticker->setTickCount(5);
        xAxis->setTicker(ticker);
    } else {
        xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new IoTicker<QCPAxisTicker>));
    }
    for (QCPAxis *axis : {yAxis, yAxis2}) {
        axis->setScaleType(m_logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
        axis->setTicker(m_logarithmic ? QSharedPointer<QCPAxisTicker>(new IoTicker<QCPAxisTickerLog>) : QSharedPointer<QCPAxisTicker>(new IoTicker<QCPAxisTicker>));
    }
}

void IoPlot::fit()
{
    const double width = m_picture.seconds(1);
    const IoExtent extent = m_picture.extent.size() > 0 ? m_picture.extent : IoExtent{0, 0};
    m_fitting = true;
    xAxis->setRange(m_picture.seconds(extent.first) - width / 2 + offset(), m_picture.seconds(extent.last) + width / 2 + offset());
    for (QCPAxis *axis : {yAxis, yAxis2}) {
        double least = m_logarithmic ? std::numeric_limits<double>::max() : 0, most = 0;
        for (QCPAbstractPlottable *one : axis->plottables()) {
            bool found = false;
            const QCPRange range = one->getValueRange(found, m_logarithmic ? QCP::sdPositive : QCP::sdBoth);
            if (found) {
                least = std::min(least, range.lower);
                most = std::max(most, range.upper);
            }
        }
        if (m_logarithmic)
            axis->setRange(most > 0 ? least / 2 : 0.5, most > 0 ? most * 2 : 10);
        else
            axis->setRange(least * roomAbove, most > 0 || least < 0 ? most * roomAbove : 1);
    }
    m_fitting = true; // ranges that change by themselves are no zoom
    showLines();
    replot(rpQueuedReplot);
}

// Not further out than a few times all of it, nor further in than a few intervals.
void IoPlot::keepInSight()
{
    const double all = std::max(m_picture.seconds(m_picture.extent.size()), m_picture.seconds(1));
    const double size = std::clamp(xAxis->range().size(), std::min(all, m_picture.seconds(2)), longestOut * all);
    if (std::abs(size - xAxis->range().size()) > size * 1e-6)
        xAxis->setRange(xAxis->range().center(), size, Qt::AlignCenter);
    if (m_timeOfDay)
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

void IoPlot::setCurrent(std::optional<std::int64_t> place)
{
    m_current = place;
    showLines();
}

void IoPlot::setTimeOfDay(bool timeOfDay)
{
    timeOfDay = timeOfDay && !std::isnan(m_picture.start);
    if (timeOfDay == m_timeOfDay)
        return;
    const IoExtent seen = visible();
    const bool wasFitting = m_fitting;
    m_timeOfDay = timeOfDay;
    draw();
    if (!wasFitting)
        xAxis->setRange(m_picture.seconds(seen.first) + offset(), m_picture.seconds(seen.last) + offset());
    emit looksChanged();
}

void IoPlot::setLogarithmic(bool logarithmic)
{
    if (logarithmic == m_logarithmic)
        return;
    m_logarithmic = logarithmic;
    showAxes();
    const QCPRange time = xAxis->range();
    const bool wasFitting = m_fitting;
    fit(); // values that were seen may not be there any more
    if (!wasFitting) {
        xAxis->setRange(time);
        m_fitting = false;
    }
    emit looksChanged();
}

void IoPlot::setZoomingByDrag(bool zooms)
{
    m_zoomsByDrag = zooms;
    setSelectionRectMode(zooms ? QCP::srmZoom : QCP::srmNone);
    setCursor(zooms ? Qt::CrossCursor : Qt::OpenHandCursor);
    emit looksChanged();
}

void IoPlot::toggleCross()
{
    m_cross = !m_cross;
    m_crossLine->setVisible(false);
    showLines();
}

void IoPlot::setColours(const Colours &colours)
{
    m_colours = &colours;
    updateLook();
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

IoExtent IoPlot::visible() const
{
    const double width = m_picture.seconds(1);
    return {std::int64_t(std::floor((xAxis->range().lower - offset()) / width + 0.5)), std::int64_t(std::floor((xAxis->range().upper - offset()) / width + 0.5))};
}

QPoint IoPlot::placeOf(std::int64_t place) const
{
    return {int(std::lround(xAxis->coordToPixel(m_picture.seconds(place) + offset()))), axisRect()->center().y()};
}

} // namespace vethscope
