#include "ui/statistics/trafficmodel.h"

#include "core/names/shownnames.h"
#include "ui/shared/groupeddigits.h"
#include "ui/shared/nametext.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/utf8text.h"
#include "ui/theme/palette.h"

#include <QCollator>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace vethscope {
namespace {

using Shows = TrafficColumn::Shows;

} // namespace

TrafficModel::TrafficModel(TrafficSubject subject, TrafficKind kind, const OpenCapture &capture, QObject *parent)
    : QAbstractTableModel(parent), m_kind(kind), m_capture(capture), m_columns(trafficColumns(subject, kind)),
      m_tables(std::make_shared<const TrafficTables>())
{
    connect(&capture, &OpenCapture::shownNamesChanged, this, &TrafficModel::showOtherNames);
}

int TrafficModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int TrafficModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TrafficModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TrafficRow &shown = row(index.row());
    const TrafficColumn &of = column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, of);
    case Qt::AccessibleTextRole:
        return of.shows == Shows::Scope ? scopeName(shown.scope, shown.depth) : text(shown, of);
    case Qt::ToolTipRole:
        return explanation(shown, of);
    case Qt::TextAlignmentRole:
        return int((of.isNumber() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant TrafficModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return titleOf(column(section));
    if (role == Qt::InitialSortOrderRole) // most is what somebody looks for
        return int(column(section).shows == Shows::Count ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (role == Qt::TextAlignmentRole)
        return int((column(section).isNumber() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

const NameTable &TrafficModel::names() const
{
    return m_capture.names();
}

QString TrafficModel::shownName(const TrafficEnd &end) const
{
    return m_capture.shownName(end.address());
}

QString TrafficModel::text(const TrafficRow &row, const TrafficColumn &column) const
{
    if (column.shows == Shows::Scope)
        return scopeTag(row.scope, row.depth);
    if (column.shows == Shows::Address) {
        const QString name = shownName(row.*column.end);
        return name.isEmpty() ? addressOf(row.*column.end) : name;
    }
    const auto number = column.number(row, m_tables->start);
    if (!number)
        return {};
    if (column.shows == Shows::Seconds)
        return secondsText(*number);
    return column.shows == Shows::Port ? portText(*number) : grouped(static_cast<std::uint64_t>(*number));
}

QString TrafficModel::portText(std::int64_t port) const
{
    const PortNaming *const names = m_capture.shownNames().ports();
    const std::string_view name = names ? names->nameOf(m_kind == TrafficKind::Udp ? Transport::Udp : Transport::Tcp, static_cast<std::uint16_t>(port)) : std::string_view();
    return name.empty() ? QString::number(port) : vethscope::text(name);
}

QString TrafficModel::explanation(const TrafficRow &row, const TrafficColumn &column) const
{
    if (column.shows == Shows::Scope) {
        const QString remark = scopeRemark(row.scope);
        return remark.isEmpty() ? scopeName(row.scope, row.depth) : tr("%1: %2", "a scope, and what it is").arg(scopeName(row.scope, row.depth), remark);
    }
    if (column.shows != Shows::Address)
        return {};
    const QString owner = explained(m_capture.shownNames(), (row.*column.end).address());
    return owner.isEmpty() ? QString() : addressOf(row.*column.end) + QLatin1Char('\n') + owner;
}

int TrafficModel::rowOf(const TrafficRow &wanted) const
{
    for (int i = 0; i < rowCount(); ++i)
        if (isSameTraffic(row(i), wanted))
            return i;
    return -1;
}

int TrafficModel::columnOf(QLatin1StringView key) const
{
    const auto found = std::ranges::find_if(m_columns, [&](const TrafficColumn *column) { return key == QLatin1StringView(column->key); });
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

void TrafficModel::sortByAddress(Order &order, const std::vector<TrafficRow> &rows, const TrafficColumn &column) const
{
    QCollator collator;
    collator.setNumericMode(true);
    struct Key {
        std::optional<QCollatorSortKey> name;
        const TrafficEnd *end;
    };
    std::vector<Key> keys(rows.size());
    for (const std::uint32_t place : order) {
        const TrafficEnd &end = rows[place].*column.end;
        const QString name = shownName(end);
        keys[place] = {name.isEmpty() ? std::nullopt : std::optional(collator.sortKey(name)), &end};
    }
    const auto before = [&](std::uint32_t left, std::uint32_t right) {
        const Key &a = keys[left];
        const Key &b = keys[right];
        if (a.name.has_value() != b.name.has_value())
            return a.name.has_value();
        if (const int compared = a.name ? a.name->compare(*b.name) : 0; compared != 0)
            return compared < 0;
        return std::tie(a.end->size, a.end->bytes, a.end->port) < std::tie(b.end->size, b.end->bytes, b.end->port);
    };
    if (m_sortOrder == Qt::AscendingOrder)
        std::ranges::stable_sort(order, before);
    else
        std::ranges::stable_sort(order, [&](std::uint32_t left, std::uint32_t right) { return before(right, left); });
}

TrafficModel::Order TrafficModel::orderOf(const TrafficTables &tables) const
{
    const std::vector<TrafficRow> &rows = tables.of(m_kind);
    Order order(rows.size());
    std::iota(order.begin(), order.end(), 0u);
    if (m_scope)
        std::erase_if(order, [&](std::uint32_t place) { return rows[place].scope != *m_scope; });
    if (m_sortColumn < 0)
        return order;
    const TrafficColumn &by = column(m_sortColumn);
    if (by.shows == Shows::Address) {
        sortByAddress(order, rows, by);
        return order;
    }
    const auto number = [&](std::uint32_t place) { return by.number(rows[place], tables.start); };
    if (m_sortOrder == Qt::AscendingOrder)
        std::ranges::stable_sort(order, std::ranges::less{}, number);
    else
        std::ranges::stable_sort(order, std::ranges::greater{}, number);
    return order;
}

void TrafficModel::take(std::shared_ptr<const TrafficTables> tables)
{
    Order order = orderOf(*tables);
    const auto isSame = [&](std::uint32_t left, std::uint32_t right) { return isSameTraffic(m_tables->of(m_kind)[left], tables->of(m_kind)[right]); };
    if (std::ranges::equal(m_order, order, isSame)) {
        m_tables = std::move(tables);
        m_order = std::move(order);
        if (!m_order.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_tables = std::move(tables);
    m_order = std::move(order);
    endResetModel();
}

void TrafficModel::setTables(std::shared_ptr<const TrafficTables> tables)
{
    take(std::move(tables));
}

void TrafficModel::setScope(std::optional<Scope> scope)
{
    m_scope = scope;
    take(m_tables);
}

void TrafficModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    sortAgain();
}

// The same rows in another order: whatever is selected stays so.
void TrafficModel::sortAgain()
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const Order before = std::exchange(m_order, orderOf(*m_tables));
    std::vector<int> rowOfPlace(m_tables->of(m_kind).size(), -1);
    for (std::size_t i = 0; i < m_order.size(); ++i)
        rowOfPlace[m_order[i]] = static_cast<int>(i);
    const QModelIndexList kept = persistentIndexList();
    QModelIndexList moved;
    for (const QModelIndex &one : kept)
        moved << index(rowOfPlace[before[static_cast<std::size_t>(one.row())]], one.column());
    changePersistentIndexList(kept, moved);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void TrafficModel::showOtherNames()
{
    if (m_sortColumn >= 0 && column(m_sortColumn).shows == Shows::Address)
        sortAgain();
    if (!m_order.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void TrafficModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

} // namespace vethscope
