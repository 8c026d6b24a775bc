#include "ui/matrix/matrixdelegate.h"

#include "ui/matrix/matrixpainting.h"
#include "ui/theme/palette.h"

#include <QPainter>

namespace vethscope {

void MatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = Palette::current();
    const bool isBeside = m_current.isValid() && (index.row() == m_current.row() || index.column() == m_current.column());
    painter->fillRect(option.rect, isBeside ? palette.selection : palette.base);
    paintCell(*painter, option.rect, static_cast<CellLook>(index.data(MatrixModel::Look).toInt()), index.data(MatrixModel::Changed).toBool());
    // A line where another node begins.
    painter->setPen(mixed(palette.muted, palette.base, 0.7));
    const QAbstractItemModel &model = *index.model();
    if (index.row() > 0 && model.headerData(index.row(), Qt::Vertical, MatrixModel::GroupFirst).toBool())
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    if (index.column() > 0 && model.headerData(index.column(), Qt::Horizontal, MatrixModel::GroupFirst).toBool())
        painter->drawLine(option.rect.topLeft(), option.rect.bottomLeft());
    if (index == m_current) {
        painter->setPen(QPen(palette.accent, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
}

} // namespace vethscope
