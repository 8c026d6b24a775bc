#include "ui/panels/packetlistpanel.h"

#include "core/names/nametable.h"
#include "ui/models/packetlistmodel.h"
#include "ui/shared/opencapture.h"
#include "ui/theme/palette.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <array>

// The columns of the packet list: how wide they are, how they are arranged, which one the rows are sorted by.

namespace vethscope {
namespace {

// Widths in characters of the list's font: on a narrow window, and what a wide one adds to it.
struct Width {
    double narrow;
    double extra;
};
constexpr std::array<Width, 14> widths{{{8, 1}, {11, 1}, {14, 10}, {19, 3}, {18, 7}, {18, 7}, {9.5, 1}, {8.5, 1}, {30, 30}, {11, 1}, {34, 2}, {28, 2}, {12, 2}, {14, 4}}};
constexpr Width nameWidth{20, 11}; // of Source and Destination, when names stand there

constexpr int wholeCharacter = 100;

double characterWidth()
{
    return QFontMetricsF(monospaceFont()).horizontalAdvance(QLatin1Char('0'));
}

constexpr int narrowWindow = 130; // characters that fit into the list
constexpr int wideWindow = 250;

bool hasPoints(const OpenCapture &capture)
{
    if (!capture.isOpen())
        return false;
    for (std::size_t i = 0; i < capture.store().interfaceCount(); ++i) {
        const Interface &interface = capture.store().interface(i);
        const QString path = QString::fromStdString(capture.store().paths()[interface.file].string());
        if (!interface.pointNode.empty() || !interface.pointInterface.empty() || capture.givenPoint(path))
            return true;
    }
    return false;
}

} // namespace

// The last one has what is left, a hidden one nothing.
void PacketListPanel::keepWidths()
{
    const QHeaderView &header = *m_view->horizontalHeader();
    ListColumns &columns = m_model.columns();
    for (int place = 0; place < columns.count(); ++place)
        if (!m_view->isColumnHidden(place) && place != columns.count() - 1)
            columns.setWidth(place, m_widthsAreOurs ? 0 : unsigned(qRound(header.sectionSize(place) * wholeCharacter / characterWidth())));
}

std::vector<ColumnSpec> PacketListPanel::columns()
{
    keepWidths();
    return m_model.columns().all();
}

void PacketListPanel::setColumns(std::vector<ColumnSpec> columns)
{
    m_widthsAreOurs = std::ranges::all_of(columns, [](const ColumnSpec &one) { return one.width == 0; });
    m_model.columns().set(std::move(columns));
    updateColumns();
}

// Up, down, and as the file has them.
void PacketListPanel::sortNext(int column)
{
    if (m_model.sortColumn() != column)
        return m_model.sortBy(column, Qt::AscendingOrder);
    m_model.sortOrder() == Qt::AscendingOrder ? m_model.sortBy(column, Qt::DescendingOrder) : m_model.sortBy(-1, Qt::AscendingOrder);
}

void PacketListPanel::showSorting()
{
    QHeaderView &header = *m_view->horizontalHeader();
    header.setSortIndicatorShown(m_model.sortColumn() >= 0);
    header.setSortIndicator(m_model.sortColumn(), m_model.sortOrder());
}

void PacketListPanel::moveColumn(int from, int to)
{
    keepWidths();
    m_model.columns().move(from, to);
}

void PacketListPanel::fitColumn(int place)
{
    if (m_widthsAreOurs) {
        m_widthsAreOurs = false;
        keepWidths();
    }
    m_view->resizeColumnToContents(place);
}

void PacketListPanel::fitColumns()
{
    for (int place = 0; place + 1 < m_model.columnCount(); ++place)
        if (!m_view->isColumnHidden(place))
            fitColumn(place);
}

void PacketListPanel::updateColumns()
{
    const ListColumns &columns = m_model.columns();
    const double character = characterWidth();
    const double share = std::clamp((width() / character - narrowWindow) / (wideWindow - narrowWindow), 0.0, 1.0);
    const bool names = m_capture.shownNames().wanted().network && !m_capture.names().isEmpty();
    for (int place = 0; place < columns.count(); ++place) {
        const ColumnSpec &column = columns.at(place);
        m_view->setColumnHidden(place, column.isHidden || (column.column == Column::Point && !hasPoints(m_capture)));
        const bool named = names && (column.column == Column::Source || column.column == Column::Destination);
        Width own = named ? nameWidth : widths[static_cast<std::size_t>(column.column)];
        if (column.column == Column::Time && m_model.rowCount() > 0) // the last says how long they get
            own.narrow = std::max(own.narrow, double(m_model.index(m_model.rowCount() - 1, place).data().toString().size()) + 2.0);
        if (column.width > 0)
            m_view->setColumnWidth(place, qRound(column.width * character / wholeCharacter));
        else if (place == columns.count() - 1)
            continue; // it has what is left
        else if (m_widthsAreOurs || m_view->columnWidth(place) == m_view->horizontalHeader()->defaultSectionSize())
            m_view->setColumnWidth(place, qRound((own.narrow + own.extra * share) * character));
    }
}

} // namespace vethscope
