#pragma once

#include "core/colours/colouring.h"
#include "core/columns/timetext.h"
#include "core/filter/filterscan.h"
#include "core/summary/columns.h"
#include "ui/models/knownflows.h"
#include "ui/models/listcolumns.h"
#include "ui/models/listsorter.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <memory>
#include <vector>

namespace vethscope {

class Marks;
class OpenCapture;
class RelatedPackets;
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
    /// What the packet is to the selected one: a Belonging.
    static constexpr int relationRole = Qt::UserRole + 3;

    explicit PacketListModel(const OpenCapture &capture, QObject *parent = nullptr);
    ~PacketListModel() override;

    ListColumns &columns() { return m_columns; }
    const ListColumns &columns() const { return m_columns; }

    /// Whose marks the rows tell of.
    void setMarks(const Marks &marks);

    /// Packets from which times that follow count anew.
    void setReferences(const Marks &references);

    /// Which packets are ignored: they step back.
    void setIgnored(const Marks &ignored);
    bool isIgnored(int row) const;
    /// What packets are to the selected one.
    void setRelated(const RelatedPackets &related);

    /// The rules by which rows are coloured; none leaves them plain.
    void setColouring(const Colouring &colouring);
    const Colouring &colouring() const { return m_colouring; }
    /// The place of the rule that colours a row; -1 where none does.
    int ruleOf(int row) const;

    const TimeStyle &timeStyle() const { return m_timeStyle; }
    void setTimeStyle(const TimeStyle &style);

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

    /// Brings the rows into the order of what a column says; the file's order again where that is no column. Beside the window: rows stay as they are until
    /// it is found. Rows that come later stand behind the others until all are there, and then are brought into the order as well.
    void sortBy(int column, Qt::SortOrder order);
    /// The column that they are sorted by, or are about to be; -1 for none.
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }
    bool isSorting() const { return m_sorter.isRunning(); }
    const ListSorter &sorter() const { return m_sorter; }
    /// Leaves the rows as they stand.
    void stopSorting();

    using CellWriter = std::function<void(const PacketRow &row, FilterScratch &scratch, TextBuffer &out)>;
    /// Writes what a row says in the columns that are shown, a tab behind each: beside the window too, as things are now.
    CellWriter lineWriter() const;

    /// The packets that are displayed, in the file's order, however the rows are sorted: by their places in the store.
    int displayed(int place) const;
    /// All of them, in the order of the rows.
    std::vector<std::uint32_t> shownPackets() const;
    /// The first of them that is not before the given one; rowCount() behind the last.
    int displayedFrom(int storeRow) const;

    /// The packet that a row shows, by its place in the store.
    int storeRow(int row) const;
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
    /// Sorting has got further, has begun or has ended.
    void sortProgressed();

private:
    static constexpr int noRule = -1, unknownRule = -2;
    struct Cached {
        int storeRow = -1;
        int rule = unknownRule;
        PacketRow packet;
    };

    Cached &cached(int row) const;
    bool isKnown(int storeRow) const;
    QString ruleName(int row) const;
    Bytes addressIn(Column column, const PacketRow &packet) const;
    QString givenPoint(const PacketRow &packet) const;
    QString text(int place, int row) const;
    QString timeText(Column column, int row) const;
    QString spoken(int place, int row) const;
    QString spokenNumber(const QString &number, int row) const;
    QString explanation(int place, int row) const;
    void arrange();
    int rowOfDisplayed(int place) const;
    CellWriter cellWriter(int place) const;
    SortKey sortKey(int place) const;
    void sortIfComplete();
    std::vector<std::uint32_t> displayedPackets() const;
    void haltSorting();
    void useOrder(ListOrder &order);
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
    const Marks *m_marks = nullptr, *m_references = nullptr, *m_ignored = nullptr;
    const RelatedPackets *m_related = nullptr;
    Colouring m_colouring;
    TimeStyle m_timeStyle;
    Filter m_filter;
    std::unique_ptr<FilterScan> m_scan;
    KnownFlows m_flows; // of the capture as it is read now
    QTimer m_scanTimer;
    Perspective m_perspective = Perspective::Both;
    int m_announced = 0;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::pair<int, Qt::SortOrder> m_sortedBy{-1, Qt::AscendingOrder}; // what m_places is by, or the sorter is at
    std::vector<std::uint32_t> m_places; // of each sorted row the place among the displayed; those behind stand as they are
    std::vector<std::uint32_t> m_rows;   // the other way round
    mutable std::vector<Cached> m_cache;
    ListSorter m_sorter; // last, so that it ends before what it reads
};

} // namespace vethscope
