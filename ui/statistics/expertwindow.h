#pragma once

#include "ui/statistics/statisticwindow.h"

namespace vethscope {

class ExpertModel;
class ExpertOptions;

/// Analyze ▸ Expert Information: what is worth a look in the packets, the worst first.
class ExpertWindow : public StatisticWindow
{
    Q_OBJECT

public:
    ExpertWindow(const WindowKind &kind, const WindowContext &context);

    StatisticView &view() const { return *m_view; }
    ExpertOptions &expertOptions() const { return *m_options; }
    QString csv() const override;

protected:
    void showCounts() override;
    bool hasRows() const override;
    QString whyNothing() const override;
    void retranslate() override;
    QWidget *firstFocus() const override;

private:
    ExpertOptions *m_options;
    ExpertModel *m_model;
    StatisticView *m_view;
};

} // namespace vethscope
