#pragma once

#include "ui/statistics/statisticwindow.h"

namespace vethscope {

class HierarchyModel;

/// Statistics ▸ Protocol Hierarchy: which headers lie inside which, and how much of the capture that is.
class HierarchyWindow : public StatisticWindow
{
    Q_OBJECT

public:
    HierarchyWindow(const WindowKind &kind, const WindowContext &context);

    StatisticView &view() const { return *m_view; }
    QString csv() const override;

protected:
    void showCounts() override;
    bool hasRows() const override;
    QString whyNothing() const override;
    void retranslate() override;
    QWidget *firstFocus() const override;

private:
    HierarchyModel *m_model;
    StatisticView *m_view;
};

} // namespace vethscope
