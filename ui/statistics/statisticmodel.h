#pragma once

#include <QAbstractItemModel>

#include <span>

namespace vethscope {

/// The columns of a statistic: texts stand at the left, and the numbers behind them at the right, titles as their cells.
class StatisticModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    int columnCount(const QModelIndex & = {}) const override { return int(m_titles.size()); }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    /// The titles are QT_TRANSLATE_NOOP(context, …) and outlive the model.
    StatisticModel(const char *context, std::span<const char *const> titles, int firstNumber, QObject *parent);

    int alignmentOf(int column) const;

private:
    const char *const m_context;
    const std::span<const char *const> m_titles;
    const int m_firstNumber;
};

} // namespace vethscope
