#pragma once

#include "ui/statistics/statistictreewindow.h"

namespace vethscope {

class ExpertModel;
class ExpertOptions;

/// Analyze ▸ Expert Information: what is worth a look in the packets, the worst first.
class ExpertWindow : public StatisticTreeWindow
{
    Q_OBJECT

public:
    ExpertWindow(const WindowKind &kind, const WindowContext &context);

    ExpertOptions &expertOptions() const { return *m_options; }

protected:
    void showCounts() override;
    QString whyNothing() const override;

private:
    ExpertOptions *m_options;
    ExpertModel *m_model;
};

} // namespace vethscope
