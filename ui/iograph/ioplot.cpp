#include "ui/iograph/ioplot.h"

#include "ui/topology/figurepainter.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vethscope {
namespace {

constexpr double roomAbove = 1.08;
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

void IoPlot::fit()
{
    const double width = m_picture.seconds(1);
    const IoExtent extent = m_picture.extent.size() > 0 ? m_picture.extent : IoExtent{0, 0};
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
    placeLegend();
    showLines();
    replot(rpQueuedReplot);
}

// At the side where it covers less of the graphs.
void IoPlot::placeLegend()
{
    const std::int64_t third = m_picture.extent.size() / 3;
    double left = 0, right = 0; // the highest points, as parts of their axes
    for (const IoDrawn &graph : m_picture.graphs)
        for (const IoPoint &point : graph.points) {
            const double height = point.value / axisOf(graph.unit)->range().upper;
            if (point.place <= m_picture.extent.first + third)
                left = std::max(left, height);
            else if (point.place >= m_picture.extent.last - third)
                right = std::max(right, height);
        }
    axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | (right > left ? Qt::AlignLeft : Qt::AlignRight));
}

// Not further out than a few times all of it, nor further in than a few intervals.
void IoPlot::keepInSight()
{
    const double all = std::max(m_picture.seconds(m_picture.extent.size()), m_picture.seconds(1));
    const double size = std::clamp(xAxis->range().size(), std::min(all, m_picture.seconds(2)), longestOut * all);
    if (std::abs(size - xAxis->range().size()) > size * 1e-6)
        xAxis->setRange(xAxis->range().center(), size, Qt::AlignCenter);
    showTimeFormat();
}

void IoPlot::setCurrent(std::optional<std::int64_t> place)
{
    m_current = place;
    showLines();
}

void IoPlot::setTimeOfDay(bool timeOfDay)
{
    timeOfDay = timeOfDay && m_picture.start;
    if (timeOfDay == m_timeOfDay)
        return;
    const QCPRange sinceFirst = xAxis->range() - offset();
    m_timeOfDay = timeOfDay;
    draw();
    if (!m_fitting)
        xAxis->setRange(sinceFirst + offset());
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
