#pragma once

#include <QHash>
#include <QTreeView>

namespace vethscope {

class PacketTreeModel;
class Selection;
class TreeDelegate;
struct TreeNode;

/// The packet's tree under a Wireshark user's hands: its keys, its memory of what is open (by
/// protocol, field and depth of tunnels, over all packets), and the current row in step with the selection.
class PacketTreeView : public QTreeView
{
    Q_OBJECT

public:
    PacketTreeView(PacketTreeModel &model, Selection &selection, QWidget *parent = nullptr);

    /// Opens or closes a row and everything below it; an invalid index stands for the whole tree.
    void setSubtreeExpanded(const QModelIndex &index, bool expanded);

    void keyboardSearch(const QString &) override { } // letters begin a display filter, elsewhere

signals:
    /// A row that points to another packet was double-clicked, or Enter was pressed on it.
    void linkFollowed(int number);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &options, const QModelIndex &index) const override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override { } // the delegate's bands hold the arrows
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void adoptFont();
    void restoreExpansion();
    void remember(const QModelIndex &index, bool expanded);
    void showSelection();
    void showHovered(int node);
    bool moveBy(QKeyEvent *event);

    PacketTreeModel &m_model;
    Selection &m_selection;
    TreeDelegate *m_delegate;
    QHash<QByteArray, bool> m_expanded;
    bool m_restoring = false;
};

} // namespace vethscope
