#include "ui/models/packetlistmodel.h"

#include "core/dissect/layerview.h"
#include "core/dissect/print.h"
#include "ui/shared/opencapture.h"

#include <algorithm>
#include <charconv>
#include <numeric>

// How the packet list's rows come into the order of a column.

namespace vethscope {
namespace {

// What a column of numbers says, as a number.
std::optional<double> printedNumber(Column column, const PacketRow &row, Perspective perspective)
{
    TextBuffer text;
    printColumn(column, row, perspective, text);
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

} // namespace

// It is used beside the window: it holds copies of all that the window may change meanwhile.
PacketListModel::CellWriter PacketListModel::cellWriter(int place) const
{
    const ColumnSpec spec = m_columns.at(place);
    const Perspective perspective = m_perspective;
    if (spec.column == Column::Field) {
        const FieldColumn *const field = m_columns.field(place);
        if (!field)
            return [](const PacketRow &, FilterScratch &, TextBuffer &) {};
        return [field = *field, spec, names = m_capture.shownNames()](const PacketRow &row, FilterScratch &scratch, TextBuffer &out) {
            field.print(row, spec.occurrence, scratch, out, names.ports());
        };
    }
    return [column = spec.column, perspective, names = m_capture.shownNames()](const PacketRow &row, FilterScratch &, TextBuffer &out) {
        const auto shown = shownAddress(column, row.packet, perspective);
        const std::string text = shown ? names.of(LayerView(row.frame, row.packet, shown->layer).raw(*shown->field)) : std::string();
        text.empty() ? printColumn(column, row, perspective, out, names.ports()) : print(out, text);
    };
}

PacketListModel::CellWriter PacketListModel::lineWriter() const
{
    std::vector<CellWriter> cells;
    for (int place = 0; place < m_columns.count(); ++place)
        if (!m_columns.at(place).isHidden)
            cells.push_back(cellWriter(place));
    return [cells](const PacketRow &row, FilterScratch &scratch, TextBuffer &out) {
        TextBuffer cell;
        for (const CellWriter &write : cells) {
            cell.clear();
            write(row, scratch, cell);
            print(out, viewOf(cell));
            out.push_back('\t');
        }
    };
}

SortKey PacketListModel::sortKey(int place) const
{
    const ColumnSpec spec = m_columns.at(place);
    SortKey key;
    if (const FieldColumn *const field = m_columns.field(place); field && field->isNumeric()) {
        key.number = [field = *field, spec](const PacketRow &row, FilterScratch &scratch) { return field.number(row, spec.occurrence, scratch); };
        return key;
    }
    switch (spec.column) {
    case Column::Number:
        key.number = [](const PacketRow &row, FilterScratch &) { return static_cast<double>(row.frame.number); };
        break;
    case Column::Time:
        key.number = [](const PacketRow &row, FilterScratch &) { return static_cast<double>(row.frame.time - row.firstTime); };
        break;
    case Column::Delta:
    case Column::Length:
        key.number = [column = spec.column, perspective = m_perspective](const PacketRow &row, FilterScratch &) { return printedNumber(column, row, perspective); };
        break;
    default:
        key.text = cellWriter(place);
    }
    return key;
}

void PacketListModel::sortBy(int column, Qt::SortOrder order)
{
    haltSorting();
    m_sortColumn = column < columnCount() ? column : -1;
    m_sortOrder = order;
    if (ListOrder asRead; m_sortColumn < 0 && !m_places.empty())
        useOrder(asRead);
    sortIfComplete();
    emit sortProgressed();
}

void PacketListModel::stopSorting()
{
    haltSorting();
    m_sortColumn = -1;
    emit sortProgressed();
}

// In the file's order.
std::vector<std::uint32_t> PacketListModel::displayedPackets() const
{
    const auto count = static_cast<std::size_t>(m_announced);
    std::vector<std::uint32_t> packets(m_scan ? 0 : count);
    std::iota(packets.begin(), packets.end(), 0u);
    packets.reserve(count);
    if (m_scan)
        m_scan->matches().forEach(count, [&](std::uint32_t row) { packets.push_back(row); });
    return packets;
}

std::vector<std::uint32_t> PacketListModel::shownPackets() const
{
    std::vector<std::uint32_t> packets = displayedPackets();
    if (m_places.empty())
        return packets;
    std::vector<std::uint32_t> shown(packets.size());
    for (std::size_t row = 0; row < shown.size(); ++row)
        shown[row] = packets[row < m_places.size() ? m_places[row] : row];
    return shown;
}

// What it was at has to be begun again.
void PacketListModel::haltSorting()
{
    m_sorter.stop();
    m_sortedBy.first = -1;
}

// Once all rows are there.
void PacketListModel::sortIfComplete()
{
    const bool isBehind = m_scan && m_scanTimer.isActive();
    if (m_sortColumn < 0 || isBehind || m_sorter.isRunning() || !m_capture.isOpen() || !m_capture.store().finished() || m_announced == 0
        || (m_places.size() == std::size_t(m_announced) && m_sortedBy == std::pair(m_sortColumn, m_sortOrder)))
        return;
    m_sortedBy = {m_sortColumn, m_sortOrder};
    m_sorter.start(m_capture.store(), m_capture.dissector(), displayedPackets(), sortKey(m_sortColumn), m_sortOrder == Qt::DescendingOrder);
}

// What is selected stays so, wherever it stands now.
void PacketListModel::useOrder(ListOrder &order)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> packets;
    for (const QModelIndex &index : before)
        packets.push_back(storeRow(index.row()));
    m_places = std::move(order.places);
    m_rows = std::move(order.rows);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(rowOf(packets[std::size_t(i)]), before[i].column());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

} // namespace vethscope
