#pragma once

#include <QStyledItemDelegate>

namespace vethscope {

/// Paints the traffic of an interface as a line of small bars, its rate behind.
class TrafficDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace vethscope
