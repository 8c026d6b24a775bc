#pragma once

#include "core/dissect/layer.h"
#include "ui/statistics/keptrows.h"

#include <QStringList>
#include <QTreeView>

#include <vector>

class QSortFilterProxyModel;

namespace vethscope {

/// What a statistic's model says of a row beside its cells.
enum StatisticRole : int {
    SortRole = Qt::UserRole + 100, // by what a column is sorted
    CopyRole,                      // what goes to the clipboard, where it is not the cell as it is shown: numbers are plain
    KeyRole,                       // tells the row among those with the same parent, whatever was counted
    ScopesRole,                    // a list of scopeNumber()s, which stand as tags in the place of the text
    SeverityRole,                  // an ExpertSeverity, whose sign stands before the text
    ShareRole,                     // of the whole, from 0 to 1: a bar behind the text
    PacketRole,                    // the packet that the row leads to, from 0
    FilterRole,                    // the display filter of its packets
};

/// A scope and how many tunnels are around it, as one number.
constexpr int scopeNumber(Scope scope, int depth) { return static_cast<int>(scope) * 256 + depth; }
constexpr Scope numberedScope(int number) { return static_cast<Scope>(number / 256); }
constexpr int numberedDepth(int number) { return number % 256; }

/// The rows of a statistic, sorted as the user wants them. A row that is chosen leads to its packet. What is selected and open stays so
/// while the model is reset to other counts.
class StatisticView : public QTreeView
{
    Q_OBJECT

public:
    enum class Rows : bool { Selected, All };

    /// The model outlives the view.
    explicit StatisticView(QAbstractItemModel &model, QWidget *parent = nullptr);

    /// How wide each column is at first, in characters; wider where its title needs it.
    void fitColumns(std::vector<int> characters);

    /// As CSV (RFC 4180), titles first; of a tree the rows below as far as they are shown, indented.
    QString csv(Rows which) const;
    /// What lets the packets of each selected row through; of those that have a filter.
    QStringList selectedFilters() const;
    /// -1 when no selected row has one.
    int selectedPacket() const;

signals:
    void chosen(int packet);
    /// And is to be seen: Return, or a double click on a row that has none below it.
    void opened(int packet);
    void copyRequested();
    void menuRequested(const QPoint &place);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void updateColumns();
    void restore();
    void write(const QModelIndex &parent, Rows which, int level, QString &text) const;
    QString line(const QModelIndex &index, int level) const;

    QSortFilterProxyModel *m_sorted;
    std::vector<int> m_characters; // of each column
    bool m_widthsAreOurs = true;   // until the user drags one
    KeptRows m_kept;
    bool m_restoring = false;
};

} // namespace vethscope
