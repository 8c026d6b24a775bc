#pragma once

#include "ui/statistics/trafficcolumns.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace vethscope {

class NameTable;
class OpenCapture;

/// The conversations or endpoints of one kind, sorted, of all scopes or of one. It keeps an order of what was counted, and reads the
/// rest where it stands.
class TrafficModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    TrafficModel(TrafficSubject subject, TrafficKind kind, const OpenCapture &capture, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Addresses by their numbers, those that are shown as names before them by name; what is equal by its first packet.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Other counts: of the same rows in the same order they only change, else the model is reset.
    void setTables(std::shared_ptr<const TrafficTables> tables);
    /// Only the rows of one scope, or all.
    void setScope(std::optional<Scope> scope);

    TrafficKind kind() const { return m_kind; }
    const TrafficRow &row(int row) const { return m_tables->of(m_kind)[m_order[static_cast<std::size_t>(row)]]; }
    /// The row of the same ends in the same scope; -1 when there is none.
    int rowOf(const TrafficRow &row) const;
    const TrafficColumn &column(int column) const { return *m_columns[static_cast<std::size_t>(column)]; }
    /// The column with that key, or -1.
    int columnOf(QLatin1StringView key) const;
    std::int64_t start() const { return m_tables->start; }
    const NameTable &names() const;
    /// The name that stands in the place of an address; empty when the address does.
    QString shownName(const TrafficEnd &end) const;

public slots:
    /// Titles are to be read again, in another language.
    void retranslate();

private:
    using Order = std::vector<std::uint32_t>;

    Order orderOf(const TrafficTables &tables) const;
    void sortByAddress(Order &order, const std::vector<TrafficRow> &rows, const TrafficColumn &column) const;
    void take(std::shared_ptr<const TrafficTables> tables);
    void sortAgain();
    void showOtherNames();
    QString text(const TrafficRow &row, const TrafficColumn &column) const;
    QString portText(std::int64_t port) const;
    QString explanation(const TrafficRow &row, const TrafficColumn &column) const;

    const TrafficKind m_kind;
    const OpenCapture &m_capture;
    const std::vector<const TrafficColumn *> m_columns;
    std::shared_ptr<const TrafficTables> m_tables; // never null
    std::optional<Scope> m_scope;
    int m_sortColumn = -1; // in the order of the first packets
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    Order m_order; // places in the table's rows
};

} // namespace vethscope
