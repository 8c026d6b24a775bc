#pragma once

#include "ui/filteruse.h"
#include "ui/statistics/trafficcounter.h"
#include "ui/statistics/trafficfilter.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QLabel;
class QStackedWidget;
class QTabWidget;

namespace vethscope {

class Commands;
class Preferences;
class Selection;
class TrafficOptions;
class TrafficStatus;
class TrafficView;

/// The conversations of the open capture, or its endpoints, in a window beside the main one: a table for each kind of header.
/// A row that is selected selects its first packet.
class TrafficWindow : public QDialog
{
    Q_OBJECT

public:
    TrafficWindow(TrafficSubject subject, const OpenCapture &capture, const PacketListModel &list, Selection &selection, Commands &commands,
                  Preferences &preferences);
    ~TrafficWindow() override;

    TrafficView &view(TrafficKind kind) const { return *m_views[static_cast<std::size_t>(kind)]; }
    TrafficView &currentView() const;
    QTabWidget &tabs() const { return *m_tabs; }
    QCheckBox &limit() const;
    QCheckBox &names() const;
    const TrafficCounter &counter() const { return m_counter; }

    /// Of the current table: only the rows of one scope, or all.
    void setScope(std::optional<Scope> scope);
    /// The display filter of the selected rows; empty when none is.
    QString selectedFilter(TrafficDirection direction) const;
    /// All rows of the current table, as they are sorted.
    QString csv() const;
    QString json() const;

    /// Comes to the front, whether it was open or not.
    void present();

signals:
    void filterRequested(const QString &selected, FilterUse use, FilterStep step);
    /// The selected packet is to be seen in the main window.
    void packetOpened();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeViews();
    void showScope(std::optional<Scope> scope);
    void showTables();
    void showTabs();
    void adoptTab();
    void rememberTab();
    void showPage();
    void jump(int row);
    void showMenu(const QPoint &place);
    void copySelected() const;
    std::vector<int> allRows() const;
    QString key(const char *of) const;
    void retranslate();

    const TrafficSubject m_subject;
    const OpenCapture &m_capture;
    const PacketListModel &m_list;
    Selection &m_selection;
    Preferences &m_preferences;
    TrafficCounter m_counter;
    std::array<TrafficView *, trafficKinds.size()> m_views{};
    TrafficOptions *m_options;
    QTabWidget *m_tabs;
    QLabel *m_message;
    QStackedWidget *m_pages;
    TrafficStatus *m_status;
    bool m_adopted = false;  // the tab that fits has been found
    bool m_adopting = false; // a change of the tab is not the user's
};

} // namespace vethscope
