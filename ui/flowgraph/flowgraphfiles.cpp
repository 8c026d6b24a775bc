#include "ui/flowgraph/floweventsmodel.h"
#include "ui/flowgraph/flowgraphwindow.h"
#include "ui/flowgraph/flowoptions.h"
#include "ui/flowgraph/flowtextsaver.h"
#include "ui/flowgraph/flowview.h"
#include "ui/journey/ladderexport.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/language.h"
#include "ui/statistics/csvcell.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>

#include <algorithm>

// A flow graph as a file and as a copy, and what is said of them.

namespace vethscope {
namespace {

constexpr std::size_t mostDrawn = 300;            // packets upon one sheet
constexpr std::size_t mostWritten = 100'000;      // as text,
constexpr std::size_t mostCharacters = 200'000'000;
constexpr std::size_t perColumn = 40;             // characters that a packet takes for each address
constexpr std::size_t mostCopied = 100'000;       // packets

} // namespace

// What is seen, as far as a sheet has room.
Result<void> FlowGraphWindow::saveDrawing(const QString &path)
{
    const std::size_t count = graph().events.size();
    const std::size_t begin = count <= mostDrawn ? 0 : std::min(m_view->visible().first, count - mostDrawn);
    m_told = tr("Saved as %1.").arg(path);
    if (count > mostDrawn)
        m_told += QLatin1Char(' ') + tr("It has %1 of %2 packets, from the first that is seen.").arg(grouped(mostDrawn), grouped(count));
    return saveLadder(layoutFlowGraph(graph(), begin, begin + mostDrawn, m_writing.look(windowTitle())), path);
}

void FlowGraphWindow::saveText(const QString &path)
{
    const std::size_t most = std::min({graph().events.size(), mostWritten, mostCharacters / (perColumn * std::max<std::size_t>(1, graph().addresses.size()))});
    m_textSaver->write(m_writing.text(most), path);
    m_told = tr("Writing %1").arg(path);
}

void FlowGraphWindow::tellWritten(const QString &path, std::size_t packets, std::size_t ofPackets)
{
    m_told = tr("Saved as %1.").arg(path);
    if (packets < ofPackets)
        m_told += QLatin1Char(' ') + tr("It has the first %1 of %2 packets.").arg(grouped(packets), grouped(ofPackets));
    showWritten();
}

void FlowGraphWindow::showWritten()
{
    m_flowOptions->setSaveEnabled(hasRows() && !m_textSaver->isBusy());
    showHint();
}

void FlowGraphWindow::save(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix != QLatin1String("svg") && suffix != QLatin1String("png") && suffix != QLatin1String("pdf"))
        saveText(path);
    else if (const Result<void> saved = saveDrawing(path); !saved)
        m_told = translated(saved.error().message);
    showWritten();
}

void FlowGraphWindow::saveAs()
{
    const QString svg = tr("SVG drawings (*.svg)"), png = tr("PNG images (*.png)"), pdf = tr("PDF documents (*.pdf)"), text = tr("Text (*.txt)");
    QString chosen = svg;
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the Flow Graph"), QStringLiteral("flowgraph.svg"), QStringList{svg, png, pdf, text}.join(QStringLiteral(";;")), &chosen);
    if (path.isEmpty())
        return;
    const bool isText = QFileInfo(path).suffix().toLower() == QLatin1String("txt");
    const QString suffix = chosen == png ? QStringLiteral("png") : chosen == pdf ? QStringLiteral("pdf") : chosen == text ? QStringLiteral("txt") : QStringLiteral("svg");
    save(isText ? path : withSuffix(path, suffix));
}

void FlowGraphWindow::showHint()
{
    QStringList parts;
    if (!m_told.isEmpty())
        parts << m_told;
    else
        parts << tr("%1 packets between %2 addresses").arg(grouped(graph().events.size()), grouped(graph().addresses.size()));
    if (graph().leftOut > 0)
        parts << tr("left out, as they have no two addresses: %1").arg(grouped(graph().leftOut));
    if (graph().events.size() > mostCopied)
        parts << tr("more than %1 packets cannot be copied").arg(grouped(mostCopied));
    m_hint->setText(parts.join(QStringLiteral(" · ")));
    m_hint->setToolTip(m_hint->text());
}

QString FlowGraphWindow::hint() const
{
    return m_hint->text();
}

bool FlowGraphWindow::canCopy() const
{
    return hasRows() && graph().events.size() <= mostCopied;
}

QString FlowGraphWindow::csv() const
{
    QString text;
    for (int row = -1; row < m_model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells << csvCell((row < 0 ? m_model->headerData(column, Qt::Horizontal) : m_model->index(row, column).data()).toString());
        text += cells.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return text;
}

} // namespace vethscope
