#pragma once

#include <QAbstractTableModel> // first: moc does not understand <compare> on its own

#include "core/journey/segments.h"

#include <memory>
#include <optional>
#include <vector>

namespace vethscope {

struct FollowedJourneys;

/// From point to point of each flow's way: what was lost, not observed, and how long it took. As they come, the worst first.
class FlowModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Flow, From, To, Packets, Lost, NotObserved, Least, Median, LongOnes, Most, Jitter, ColumnCount };

    explicit FlowModel(QObject *parent = nullptr);

    /// Null: there are none.
    void setFlows(std::shared_ptr<const FollowedJourneys> all);
    const FollowedJourneys *all() const { return m_all.get(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    const journey::FlowSegments &flow(int row) const;
    /// Null: its packets were seen at one point of its way only.
    const journey::Segment *segment(int row) const;
    /// The store's row of the flow's first packet.
    int firstPacket(int row) const;

    void retranslate();

private:
    // Places among the flows and their segments.
    struct Row {
        std::size_t flow = 0;
        std::optional<std::size_t> segment{};
    };

    QString text(int row, Column column) const;
    std::optional<std::int64_t> number(int row, Column column) const;

    std::shared_ptr<const FollowedJourneys> m_all;
    std::vector<Row> m_rows;
};

} // namespace vethscope
