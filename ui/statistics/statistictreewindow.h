#pragma once

#include "ui/statistics/statisticwindow.h"

#include <vector>

class QAbstractItemModel;

namespace vethscope {

class StatisticView;

/// A statistic of one tree: a row leads to its packet, makes filters, and goes to the clipboard.
class StatisticTreeWindow : public StatisticWindow
{
    Q_OBJECT

public:
    StatisticView &view() const { return *m_view; }
    QString csv() const override;

protected:
    using Pass = PacketCounter::MakePass;
    StatisticTreeWindow(const WindowKind &kind, const WindowContext &context, Pass make, CountOptions *options = nullptr);

    /// The rows that are shown; how wide each column is at first, in characters.
    void setRows(QAbstractItemModel &model, std::vector<int> characters);

    bool hasRows() const override;
    void retranslate() override;
    QWidget *firstFocus() const override;

private:
    void showMenu(const QPoint &place);
    void copySelected();

    StatisticView *m_view = nullptr;
};

} // namespace vethscope
