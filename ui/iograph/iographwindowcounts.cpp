#include "core/iograph/iotally.h"
#include "ui/iograph/iographmodel.h"
#include "ui/iograph/iographwindow.h"
#include "ui/iograph/iooptions.h"
#include "ui/iograph/ioplot.h"
#include "ui/iograph/iovaluesmodel.h"
#include "ui/iograph/iowords.h"
#include "ui/shared/opencapture.h"

#include <QCheckBox>

#include <algorithm>

// What is counted for the list of graphs, and the picture of it.

namespace vethscope {

// One by which the capture makes a picture; of one that still grows, by what there is now.
qint64 IoGraphWindow::fitting() const
{
    if (!context().capture.isOpen() || context().capture.store().size() == 0)
        return fittingInterval(0);
    const PacketStore &store = context().capture.store();
    return fittingInterval(std::max<std::int64_t>(0, store.frame(store.size() - 1).sinceFirst));
}

void IoGraphWindow::askSoon()
{
    m_asking.start();
}

// Graphs that look otherwise are drawn anew; what has to be counted is.
void IoGraphWindow::ask()
{
    m_ioOptions->setFitting(fitting());
    const qint64 interval = m_ioOptions->interval() > 0 ? m_ioOptions->interval() : fitting();
    auto wanted = std::make_shared<std::vector<IoSeries>>();
    for (int row = 0; row < m_graphs->rowCount(); ++row)
        if (const IoSeries *series = m_graphs->series(row))
            wanted->push_back(*series);
    const bool isAsked = m_question->interval == interval && std::ranges::equal(*m_question->series, *wanted, measureAlike);
    if (isAsked && (counter().counts<IoTally>() || isBusy()))
        return showCounts();
    m_question->series = std::move(wanted);
    m_question->interval = interval;
    counting().countAnew();
}

IoPicture IoGraphWindow::picture(const IoTally &tally) const
{
    IoPicture picture;
    picture.interval = tally.interval();
    picture.extent = tally.extent();
    if (picture.extent.size() > 0)
        picture.extent.take(0);
    const PacketStore &store = context().capture.store();
    if (store.size() > 0 && store.frame(0).timed)
        picture.start = double(store.frame(0).time - store.frame(0).sinceFirst) * 1e-9;
    for (int row = 0; row < m_graphs->rowCount(); ++row) {
        const IoSeries *const series = m_graphs->series(row);
        const auto place = series ? tally.placeOf(*series) : std::nullopt;
        if (!place)
            continue; // comes with the next counts, if at all
        const IoGraphSpec &graph = m_graphs->graph(row);
        IoPoints points = ioPoints(tally.cells(*place), graph.measure, picture.extent, std::size_t(graph.smoothing));
        const double scale = scaleOf(graph, *series);
        for (IoPoint &point : points.points)
            point.value *= scale;
        QString title = titleOf(graph);
        if (graph.smoothing > 1)
            title += QLatin1Char(' ') + (points.isSmoothed ? tr("(mean of %1)").arg(graph.smoothing) : tr("(too many intervals for a mean)"));
        if (!points.isWhole)
            title += QLatin1Char(' ') + tr("(too many intervals for a load)");
        picture.graphs.push_back({title, graph.colour, graph.style, unitOf(graph.measure), points.isWhole && hasZero(graph.measure), std::move(points.points)});
    }
    return picture;
}

void IoGraphWindow::showCounts()
{
    const auto tally = counter().counts<IoTally>();
    const IoPicture drawn = tally && context().capture.isOpen() ? picture(*tally) : IoPicture();
    if (tally && m_ioOptions->interval() == 0 && fitting() > 2 * tally->interval())
        askSoon(); // a running capture has grown
    m_plot->setPicture(drawn);
    m_valuesModel->setPicture(drawn);
    m_ioOptions->setSaveEnabled(!drawn.graphs.empty());
    m_ioOptions->timeOfDay().setEnabled(drawn.start.has_value());
    QStringList titles;
    for (const IoDrawn &graph : drawn.graphs)
        titles << graph.title;
    m_plot->setAccessibleDescription(tr("%1 intervals of %2: %3. The values are in the table beside it.", "what a picture shows")
                                         .arg(std::max<qint64>(0, drawn.extent.size())).arg(intervalText(drawn.interval), titles.join(QStringLiteral(", "))));
    showHint({});
}

} // namespace vethscope
