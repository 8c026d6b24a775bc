#pragma once

#include "core/filter/filter.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace vethscope {

class Commands;
class DetailPanel;
class FilterBar;
class GoToBar;
class OpenCapture;
class PacketListModel;
class PacketListPanel;
class Preferences;
class Selection;

/// How the window is arranged: below the packet list tree, bytes and boxes, or the underlay facing the overlay; or the topology alone.
enum class Layout { Browse, Compare, Topology };

/// The panels of an open capture and their arrangement: the filter above the list, below it either
/// tree, bytes and boxes, or the underlay facing the overlay.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    Workspace(const OpenCapture &capture, PacketListModel &model, Selection &selection, Commands &commands,
              Preferences &preferences, QWidget *parent = nullptr);

    FilterBar &filterBar() { return *m_filterBar; }
    PacketListPanel &list() { return *m_list; }
    GoToBar &goToBar() { return *m_goToBar; }

    Layout layout() const { return m_layout; }
    /// Browse or Compare: the topology is no part of the workspace.
    void setLayout(Layout layout);

    PaneShares shares() const;
    /// What is 0 stays as it is.
    void setShares(const PaneShares &shares);

    /// What Edit ▸ Copy takes: the selected row of the tree, as it is shown, when the focus is there, else of the list.
    QString copyText() const;

    void saveState(Preferences &preferences) const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBrowse();
    void connectSwitches(Commands &commands);
    void applySizes();

    Selection &m_selection;
    FilterBar *m_filterBar;
    GoToBar *m_goToBar;
    PacketListPanel *m_list;
    DetailPanel *m_details;
    QWidget *m_bytes;
    QWidget *m_boxes;
    QSplitter *m_lower;
    QStackedWidget *m_pages;
    QSplitter *m_splitter;
    Layout m_layout = Layout::Browse;
    QList<int> m_sizes[2]; // of the list and what is below it, in each layout
    QByteArray m_restored; // the same of the last session, for Browse
    bool m_wasShown = false;
};

} // namespace vethscope
