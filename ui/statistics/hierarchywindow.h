#pragma once

#include "ui/statistics/statistictreewindow.h"

namespace vethscope {

class HierarchyModel;

/// Statistics ▸ Protocol Hierarchy: which headers lie inside which, and how much of the capture that is.
class HierarchyWindow : public StatisticTreeWindow
{
    Q_OBJECT

public:
    HierarchyWindow(const WindowKind &kind, const WindowContext &context);

protected:
    void showCounts() override;
    QString whyNothing() const override;

private:
    HierarchyModel *m_model;
};

} // namespace vethscope
