#pragma once

#include <QStyledItemDelegate>

namespace vethscope {

/// Paints the cells of a statistic: scopes as tags, severities as signs, shares as bars, figures in the fixed font.
class StatisticDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit StatisticDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace vethscope
