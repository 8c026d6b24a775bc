#include "ui/packets/copymenu.h"

#include "ui/bytes/bytetexts.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/shared/opencapture.h"
#include "ui/statistics/csvcell.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QTableView>

#include <algorithm>

namespace vethscope {
namespace {

// YAML's double quotes know JSON's escapes.
QString inYaml(QString cell)
{
    cell.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\"")).replace(QLatin1Char('\n'), QLatin1String("\\n"));
    return QLatin1Char('"') + cell + QLatin1Char('"');
}

} // namespace

CopyMenu::CopyMenu(const OpenCapture &capture, PacketListPanel &list, QObject *parent) : QObject(parent), m_capture(capture), m_list(list)
{
}

QString CopyMenu::summary(Summary kind) const
{
    if (kind == Summary::Text)
        return m_list.selectedLines() + QLatin1Char('\n');
    const PacketListModel &model = m_list.model();
    std::vector<int> columns;
    QStringList titles;
    for (int column = 0; column < model.columnCount(); ++column)
        if (!m_list.view().isColumnHidden(column)) {
            columns.push_back(column);
            titles << model.headerData(column, Qt::Horizontal).toString();
        }
    const PacketListPanel::Copied copied = m_list.copied();
    QStringList lines;
    const auto cell = [&](int packet, int column) { return model.index(model.rowOf(packet), column).data().toString(); };
    if (kind == Summary::Csv) {
        std::ranges::transform(titles, titles.begin(), quotedCell);
        lines << titles.join(QLatin1Char(','));
        for (const int packet : copied.packets) {
            QStringList cells;
            for (const int column : columns)
                cells << quotedCell(cell(packet, column));
            lines << cells.join(QLatin1Char(','));
        }
        if (!copied.leftOut.isEmpty())
            lines << quotedCell(copied.leftOut);
    } else {
        for (const int packet : copied.packets)
            for (std::size_t place = 0; place < columns.size(); ++place)
                lines << QStringLiteral("%1%2: %3").arg(place == 0 ? QLatin1String("- ") : QLatin1String("  "), inYaml(titles[qsizetype(place)]), inYaml(cell(packet, columns[place])));
        if (!copied.leftOut.isEmpty())
            lines << QStringLiteral("# ") + copied.leftOut;
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void CopyMenu::fill(QMenu &menu)
{
    QMenu *copy = menu.addMenu(tr("Cop&y"));
    const auto add = [&](const QString &title, auto text) { copy->addAction(title, this, [text] { QGuiApplication::clipboard()->setText(text()); }); };
    add(tr("Summary as &Text"), [this] { return summary(Summary::Text); });
    add(tr("Summary as &CSV"), [this] { return summary(Summary::Csv); });
    add(tr("Summary as &YAML"), [this] { return summary(Summary::Yaml); });
    copy->addSeparator();
    const std::vector<int> packets = m_list.selectedPackets();
    if (packets.empty())
        return;
    QMenu *bytesMenu = copy->addMenu(tr("&Bytes"));
    addByteCopies(*bytesMenu, m_capture.store().ownFrame(std::size_t(packets.front())).bytes);
    bytesMenu->addAction(tr("as Raw &Binary"), this, [this, row = packets.front()] {
        const Bytes bytes = m_capture.store().ownFrame(std::size_t(row)).bytes;
        auto *data = new QMimeData;
        data->setData(QStringLiteral("application/octet-stream"), QByteArray(asText(bytes).data(), qsizetype(bytes.size())));
        QGuiApplication::clipboard()->setMimeData(data);
    });
}

} // namespace vethscope
