#pragma once

#include <QAbstractTableModel> // first: moc does not understand <compare> on its own

#include "core/journey/outcome.h"

#include <memory>
#include <vector>

namespace vethscope {

struct FollowedJourneys;

/// All journeys, one a row, in the order in which their packets were first seen.
class JourneyModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Time, Flow, Hops, Took, OutcomeColumn, ColumnCount };

    explicit JourneyModel(QObject *parent = nullptr);

    /// Null: there are none.
    void setJourneys(std::shared_ptr<const FollowedJourneys> all);
    /// Whether those are left out that were delivered.
    void setOnlyUndelivered(bool only);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Its place among all.
    std::size_t journey(int row) const { return m_rows[std::size_t(row)]; }
    /// -1 where it is not listed.
    int rowOf(std::size_t journey) const;
    /// The store's row of its first frame.
    int firstPacket(int row) const;

    /// A point of a journey's way, as a small mark.
    enum class Mark : std::uint8_t { Seen, InTunnel, NotObserved, Lost };
    std::vector<Mark> marks(int row) const;

    void retranslate();

private:
    void choose();
    QString text(int row, Column column) const;
    journey::Outcome outcome(int row) const;

    std::shared_ptr<const FollowedJourneys> m_all;
    bool m_onlyUndelivered = false;
    std::vector<std::uint32_t> m_rows; // places among all
};

} // namespace vethscope
