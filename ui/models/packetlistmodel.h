#pragma once

#include "core/filter/filterscan.h"
#include "core/summary/columns.h"
#include "ui/columns/listcolumns.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <memory>
#include <vector>

namespace vethscope {

class Marks;
class OpenCapture;
enum class Reading : std::uint8_t;
struct Name;

/// The packets of the open capture, or those that a display filter lets through. Keeps nothing for a
/// row: a row is dissected when it is looked at, and forgotten when the screen moves on.
class PacketListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Whether the packet is marked.
    static constexpr int markedRole = Qt::UserRole;
    /// Which Column a cell is of.
    static constexpr int columnRole = Qt::UserRole + 1;
    /// Whether it is one of numbers in one width.
    static constexpr int figureRole = Qt::UserRole + 2;

    explicit PacketListModel(const OpenCapture &capture, QObject *parent = nullptr);
    ~PacketListModel() override;

    ListColumns &columns() { return m_columns; }
    const ListColumns &columns() const { return m_columns; }

    /// Whose marks the rows tell of.
    void setMarks(const Marks &marks);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Shows only what the filter matches; rows arrive as they are found. An empty filter shows all.
    void setFilter(const Filter &filter);
    const Filter &filter() const { return m_filter; }
    /// Stops a running filter; what it has found so far stays.
    void stopFilter();
    /// Whether the filter was stopped before it had looked at every packet.
    bool isStopped() const { return m_scan && m_scan->incomplete(); }
    /// Whether a filter still has packets to look at that are there.
    bool isScanning() const;
    /// Whether rows of a filter are still to be announced.
    bool isBehind() const { return m_scanTimer.isActive(); }
    /// How many packets the running filter has looked at.
    std::size_t scanned() const { return m_scan ? m_scan->done() : 0; }

    /// In how many of them a regular expression took too long and counts as not matching.
    std::uint64_t givenUp() const { return m_scan ? m_scan->givenUp() : 0; }

    Perspective perspective() const { return m_perspective; }
    void setPerspective(Perspective perspective);

    /// The packet that a row shows, by its place in the store.
    int storeRow(int row) const;
    /// The first row whose packet is not before the given one; rowCount() behind the last.
    int rowFrom(int storeRow) const;
    /// The row that shows a packet, or -1 when the filter hides it.
    int rowOf(int storeRow) const;
    /// The row that shows a packet or, when it is hidden, its nearest neighbour; -1 when there is no row.
    int nearestRow(int storeRow) const;

    const PacketRow &packet(int row) const;

public slots:
    /// Announces what was indexed or found since the last call, in one batch.
    void catchUp();
    /// The column titles are to be read again, in another language.
    void retranslate();

signals:
    /// A running filter has got further, or is done.
    void scanProgressed();

private:
    struct Cached {
        int storeRow = -1;
        PacketRow packet;
    };

    const Name *nameIn(Column column, const PacketRow &packet) const;
    QString givenPoint(const PacketRow &packet) const;
    QString text(int place, int row) const;
    QString spoken(int place, int row) const;
    QString explanation(int place, int row) const;
    void arrange();
    bool isMarked(int row) const;
    std::size_t available() const;
    void letGo();
    void startAnew();
    void letGoOfReading(Reading what);
    void showReading();
    void forgetCached();
    void updateRows(const QList<int> &roles);

    const OpenCapture &m_capture;
    ListColumns m_columns;
    mutable FilterScratch m_scratch; // of columns of fields
    const Marks *m_marks = nullptr;
    Filter m_filter;
    std::unique_ptr<FilterScan> m_scan;
    QTimer m_scanTimer;
    Perspective m_perspective = Perspective::Both;
    int m_announced = 0;
    mutable std::vector<Cached> m_cache;
};

} // namespace vethscope
