#include "core/flowgraph/flowtext.h"
#include "ui/flowgraph/flowgraphwindow.h"
#include "ui/flowgraph/flowview.h"
#include "ui/journey/ladderexport.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/language.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

// A flow graph as a file.

namespace vethscope {
namespace {

constexpr std::size_t mostDrawn = 300;            // packets upon one sheet
constexpr std::size_t mostWritten = 100'000;      // as text,
constexpr std::size_t mostCharacters = 200'000'000;
constexpr std::size_t perColumn = 40;             // characters that a packet takes for each address

} // namespace

Result<void> FlowGraphWindow::write(const QString &path)
{
    const std::size_t count = graph().events.size();
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("svg") || suffix == QLatin1String("png") || suffix == QLatin1String("pdf")) {
        const std::size_t begin = count <= mostDrawn ? 0 : std::min(m_view->visible().first, count - mostDrawn);
        m_told = tr("Saved as %1.").arg(path);
        if (count > mostDrawn)
            m_told += QLatin1Char(' ') + tr("It has %1 of %2 packets, from the first that is seen.").arg(grouped(mostDrawn), grouped(count));
        return saveLadder(layoutFlowGraph(graph(), begin, begin + mostDrawn, m_writing.look(windowTitle())), path);
    }
    const std::size_t most = std::min({count, mostWritten, mostCharacters / (perColumn * std::max<std::size_t>(1, graph().addresses.size()))});
    m_told = tr("Saved as %1.").arg(path);
    if (most < count)
        m_told += QLatin1Char(' ') + tr("It has the first %1 of %2 packets.").arg(grouped(most), grouped(count));
    QSaveFile file(path);
    bool isWritten = file.open(QIODevice::WriteOnly);
    for (std::size_t begin = 0; isWritten && begin < most; begin += 1000) {
        const std::string text = flowText(graph(), begin, std::min(begin + 1000, most), [this](const FlowEvent &event) { return m_writing.words(event); },
                                          [this](const FlowAddress &address) { return m_writing.name(address).device; });
        isWritten = file.write(text.data(), qint64(text.size())) == qint64(text.size());
    }
    if (isWritten && file.commit())
        return {};
    return std::unexpected(Error{Sentence::of("{} cannot be written: {}", path.toStdString(), file.errorString().toStdString())});
}

void FlowGraphWindow::save(const QString &path)
{
    if (const Result<void> saved = write(path); !saved)
        m_told = translated(saved.error().message);
    showHint();
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

} // namespace vethscope
