#pragma once

#include "ui/models/packetlistmodel.h"

#include <QWidget>

#include <optional>
#include <vector>

class QMenu;
class QTableView;

namespace vethscope {

class OpenCapture;
class PacketDelegate;
class Selection;

/// Shows the model's rows and keeps the current one in step with the shared selection.
class PacketListPanel : public QWidget
{
    Q_OBJECT

public:
    PacketListPanel(PacketListModel &model, const OpenCapture &capture, Selection &selection, QWidget *parent = nullptr);

    /// Moves by so many rows from the selected packet; stops at both ends.
    void moveBy(int rows);
    void moveToFirst();
    void moveToLast();
    /// Selects a packet by its place in the store, or the nearest one when the filter hides it.
    void moveToPacket(int storeRow);
    /// The same as soon as the list has got that far.
    void awaitPacket(int storeRow);
    bool isAwaiting() const { return m_awaited >= 0 && m_model.rowCount() > 0; }

    /// How tall the panel is with so many rows in sight.
    int heightFor(int rows) const;

    /// The columns from left to right, with the widths that the user has given them.
    std::vector<ColumnSpec> columns();
    /// The other way round.
    void setColumns(std::vector<ColumnSpec> columns);
    PacketListModel &model() { return m_model; }
    ListColumns &columnSet() { return m_model.columns(); }
    /// As wide as what is in sight needs.
    void fitColumn(int place);
    void fitColumns();
    /// Cells have become longer or shorter: the widths that are ours fit again.
    void adjustColumns() { updateColumns(); }

    /// The selected packets by their places in the store, ascending.
    std::vector<int> selectedPackets() const;

    /// The selected rows as lines of text, their columns divided by tabs.
    QString selectedLines() const;
    /// What a clipboard gets of the selected packets, which is not more than helps, and a sentence on those that are left out.
    struct Copied {
        std::vector<int> packets;
        QString leftOut; // empty where none is
    };
    Copied copied() const;
    QTableView &view() const { return *m_view; }

signals:
    /// A row was asked what can be done with it; it is selected.
    void contextMenuAboutToShow(QMenu *menu);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showMenu(const QPoint &position);
    QString line(int row) const;
    void selectRow(int row);
    void followCurrent(const QModelIndex &current);
    void followSelection();
    void settle();
    void keepPlace();
    void updateFonts();
    void sortNext(int column);
    void showSorting();
    void keepWidths();
    void moveColumn(int from, int to);
    void updateColumns();
    void retranslate();

    PacketListModel &m_model;
    const OpenCapture &m_capture;
    Selection &m_selection;
    QTableView *m_view;
    PacketDelegate *m_delegate;
    bool m_widthsAreOurs = true;  // until the user drags one
    bool m_following = false;     // a change that came from the selection must not go back to it
    int m_awaited = -1;           // packet to select once it has been indexed or the filter has found it
    std::optional<int> m_awaitedAt; // so many rows below the upper edge; in the middle when it was out of sight
};

} // namespace vethscope
