#pragma once

#include "ui/statistics/statisticwindow.h"
#include "ui/statistics/trafficfilter.h"

#include <optional>

class QTabWidget;

namespace vethscope {

class TrafficOptions;
class TrafficView;

/// The conversations of the open capture, or its endpoints: a table for each kind of header.
class TrafficWindow : public StatisticWindow
{
    Q_OBJECT

public:
    TrafficWindow(TrafficSubject subject, const WindowKind &kind, const WindowContext &context);

    TrafficView &view(TrafficKind kind) const { return *m_views[static_cast<std::size_t>(kind)]; }
    TrafficView &currentView() const;
    QTabWidget &tabs() const { return *m_tabs; }
    QCheckBox &names() const;

    /// Of the current table: only the rows of one scope, or all.
    void setScope(std::optional<Scope> scope);
    /// The display filter of the selected rows; empty when none is.
    QString selectedFilter(TrafficDirection direction) const;
    /// All rows of the current table, as they are sorted.
    QString csv() const override;
    QString json() const;

protected:
    void showCounts() override;
    bool hasRows() const override;
    bool canCopy() const override;
    QString whyNothing() const override;
    void retranslate() override;
    QWidget *firstFocus() const override;

private:
    void makeViews();
    void showScope(std::optional<Scope> scope);
    void showTabs();
    void adoptTab();
    void rememberTab();
    void showMenu(const QPoint &place);
    void copySelected() const;
    std::vector<int> allRows() const;
    std::shared_ptr<const TrafficTables> tables() const;

    const TrafficSubject m_subject;
    TrafficOptions *m_options;
    std::array<TrafficView *, trafficKinds.size()> m_views{};
    QTabWidget *m_tabs;
    bool m_adopted = false;  // the tab that fits has been found
    bool m_adopting = false; // a change of the tab is not the user's
};

} // namespace vethscope
