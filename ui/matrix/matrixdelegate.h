#pragma once

#include <QStyledItemDelegate>

namespace vethscope {

/// Paints the cells; the row and column of the current one stand out.
class MatrixDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setCurrent(const QModelIndex &index) { m_current = index; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QPersistentModelIndex m_current;
};

} // namespace vethscope
