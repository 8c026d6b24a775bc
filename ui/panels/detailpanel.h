#pragma once

#include <QWidget>

class QMenu;

namespace vethscope {

class PacketTreeModel;
class PacketTreeView;
class Selection;

/// Shows every header of the selected packet as a nested tree, the overlay inside the tunnel header
/// that carries it, and keeps its current row in step with the shared selection.
class DetailPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DetailPanel(Selection &selection, QWidget *parent = nullptr);

    PacketTreeModel &model() { return *m_model; }
    PacketTreeView &view() { return *m_view; }

    /// Whether headers stand one below the other instead of inside one another.
    void setFlat(bool flat);
    /// Follows the link of the selected row; false where it has none.
    bool followLink();

signals:
    /// The menu of a row (place in Selection::tree()) is about to be shown: filter actions join it here.
    void contextMenuAboutToShow(QMenu *menu, int node);
    /// A link to the packet of that number was followed.
    void linkFollowed(int number);

private:
    void showMenu(const QPoint &position);
    void addCopyMenu(QMenu &menu, int node);

    Selection &m_selection;
    PacketTreeModel *m_model;
    PacketTreeView *m_view;
};

} // namespace vethscope
