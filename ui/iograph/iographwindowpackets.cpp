#include "ui/iograph/iographwindow.h"

#include "core/iograph/iotally.h"
#include "ui/iograph/ioexport.h"
#include "ui/iograph/iographlist.h"
#include "ui/iograph/iographmodel.h"
#include "ui/iograph/ioplot.h"
#include "ui/iograph/iovaluesmodel.h"
#include "ui/iograph/iowords.h"
#include "ui/shared/language.h"

#include <QFileDialog>
#include <QLabel>
#include <QTableView>

#include <algorithm>

// What an interval of the picture leads to, what is said of it, and files.

namespace vethscope {

// The first packet of the list's current graph there, or of any that is drawn.
int IoGraphWindow::packetIn(qint64 place) const
{
    const auto tally = counter().counts<IoTally>();
    if (!tally)
        return -1;
    const auto first = [&](std::size_t series) {
        const auto found = tally->cells(series).find(place);
        return found == tally->cells(series).end() ? UINT32_MAX : found->second.firstRow;
    };
    const IoSeries *const current = m_list->current() >= 0 ? m_graphs->series(m_list->current()) : nullptr;
    if (const auto series = current ? tally->placeOf(*current) : std::nullopt; series && first(*series) != UINT32_MAX)
        return int(first(*series));
    std::uint32_t row = UINT32_MAX;
    for (std::size_t series = 0; series < tally->series().size(); ++series)
        row = std::min(row, first(series));
    return row == UINT32_MAX ? -1 : int(row);
}

void IoGraphWindow::goTo(qint64 place)
{
    if (const int packet = packetIn(place); packet >= 0) {
        m_plot->setCurrent(place);
        jump(packet);
    }
    showHint(place);
}

QString IoGraphWindow::problems() const
{
    QStringList told;
    for (int row = 0; row < m_graphs->rowCount(); ++row)
        if (const QString problem = m_graphs->problem(row); !problem.isEmpty() && m_graphs->graph(row).isEnabled)
            told << tr("%1 is not drawn: %2").arg(titleOf(m_graphs->graph(row)), problem);
    return told.join(QStringLiteral(" · "));
}

void IoGraphWindow::showHint(std::optional<qint64> place)
{
    const IoPicture &picture = m_plot->picture();
    QStringList parts;
    if (place) {
        m_told.clear();
        parts << ioTime(picture, *place, m_plot->isTimeOfDay());
        for (const IoDrawn &graph : picture.graphs)
            if (const auto value = graph.at(*place))
                parts << tr("%1: %2", "a graph and its value").arg(graph.title, ioNumber(*value));
        if (const int packet = packetIn(*place); packet >= 0)
            parts << tr("a click selects packet %1").arg(packet + 1);
    } else if (!m_told.isEmpty()) {
        parts << m_told;
    } else if (const QString problem = problems(); !problem.isEmpty()) {
        parts << problem;
    } else if (picture.graphs.empty()) {
        parts << tr("No graph is checked in the list.");
    } else {
        parts << tr("Wheel: zoom along the time, with Shift along the values · drag: %1 · click: the packet").arg(m_plot->isZoomingByDrag() ? tr("zoom") : tr("move"));
    }
    m_hint->setText(parts.join(QStringLiteral(" · ")));
    m_hint->setToolTip(m_hint->text());
}

QString IoGraphWindow::hint() const
{
    return m_hint->text();
}

void IoGraphWindow::save(const QString &path)
{
    const Result<void> saved = saveIoGraph(*m_plot, windowTitle(), path);
    m_told = saved ? tr("Saved as %1.").arg(path) : translated(saved.error().message);
    showHint({});
}

void IoGraphWindow::saveAs()
{
    const std::array<std::pair<QString, QString>, 4> kinds{{{tr("PNG images (*.png)"), "png"}, {tr("SVG drawings (*.svg)"), "svg"}, {tr("PDF documents (*.pdf)"), "pdf"}, {tr("Values as CSV (*.csv)"), "csv"}}};
    QStringList filters;
    for (const auto &[text, suffix] : kinds)
        filters << text;
    QString chosen = filters.front();
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the Graph"), tr("iograph") + QStringLiteral(".png"), filters.join(QStringLiteral(";;")), &chosen);
    if (path.isEmpty())
        return;
    const QString its = QFileInfo(path).suffix().toLower();
    const bool isKnown = std::ranges::any_of(kinds, [&](const auto &kind) { return kind.second == its; });
    const QString suffix = kinds[std::size_t(std::max<qsizetype>(0, filters.indexOf(chosen)))].second;
    save(isKnown ? path : path + QLatin1Char('.') + suffix);
}

} // namespace vethscope
