#pragma once

#include "core/filter/filter.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace vethscope {

class Commands;
class ComparePanel;
class DetailPanel;
class Explanations;
class FilterBar;
class FindBar;
class GoToBar;
class OpenCapture;
class PacketListModel;
class PacketListPanel;
class Preferences;
class Selection;

/// How the window is arranged: below the packet list tree, bytes and boxes, or the underlay facing the overlay; or the topology alone.
enum class Layout { Browse, Compare, Topology };

/// How the panes share the room, in hundredths of a percent; 0 where the window finds what fits.
struct PaneShares {
    int list = 0;        // of the height, in Browse
    int compareList = 0; // of the height, in Compare
    int details = 0;     // of the width that they share with the bytes
};

/// The panels of an open capture and their arrangement: the filter above the list, below it either
/// tree, bytes and boxes, or the underlay facing the overlay.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    Workspace(const OpenCapture &capture, PacketListModel &model, Selection &selection, const Explanations &explanations, Commands &commands,
              Preferences &preferences, QWidget *parent = nullptr);

    FilterBar &filterBar() { return *m_filterBar; }
    PacketListPanel &list() { return *m_list; }
    GoToBar &goToBar() { return *m_goToBar; }
    FindBar &findBar() { return *m_findBar; }
    DetailPanel &details() { return *m_details; }
    ComparePanel &compare() { return *m_compare; }

    Layout layout() const { return m_layout; }
    /// Browse or Compare. The topology is no part of the workspace: for it, nothing changes here.
    void setLayout(Layout layout);

    PaneShares shares() const;
    /// What is 0 stays as it is.
    void setShares(const PaneShares &shares);

    /// What Edit ▸ Copy takes: the selected row of the tree, as it is shown, when the focus is there, else of the list.
    QString copyText() const;

    void saveState(Preferences &preferences) const;
    /// The other way round; what the preferences do not say is as at first.
    void restoreState(const Preferences &preferences);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBrowse();
    void connectSwitches(Commands &commands);
    void keepShares();
    void applyShares();

    Selection &m_selection;
    FilterBar *m_filterBar;
    GoToBar *m_goToBar;
    FindBar *m_findBar;
    PacketListPanel *m_list;
    DetailPanel *m_details;
    ComparePanel *m_compare;
    QWidget *m_bytes;
    QWidget *m_boxes;
    QSplitter *m_lower;
    QStackedWidget *m_pages;
    QSplitter *m_splitter;
    Layout m_layout = Layout::Browse;
    PaneShares m_shares;    // that were kept, or are wanted
    bool m_applied = false; // in the layout as it is: what the splitters have is the truth
};

} // namespace vethscope
