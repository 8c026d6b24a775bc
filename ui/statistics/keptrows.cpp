#include "ui/statistics/keptrows.h"

#include "ui/statistics/statisticview.h"

#include <QItemSelection>
#include <QScrollBar>
#include <QTreeView>

namespace vethscope {

KeptRows::KeptRows(const QTreeView &view) : m_scrolled(view.verticalScrollBar()->value())
{
    keepOpen(view, {});
    for (const QModelIndex &index : view.selectionModel()->selectedRows())
        kept(index).isSelected = true;
    if (view.currentIndex().isValid())
        kept(view.currentIndex()).isCurrent = true;
}

KeptRows::Row &KeptRows::kept(const QModelIndex &index)
{
    if (!index.isValid())
        return m_top;
    std::unique_ptr<Row> &row = kept(index.parent()).below[index.siblingAtColumn(0).data(KeyRole).toString()];
    if (!row)
        row = std::make_unique<Row>();
    return *row;
}

void KeptRows::keepOpen(const QTreeView &view, const QModelIndex &parent)
{
    for (int row = 0; row < view.model()->rowCount(parent); ++row)
        if (const QModelIndex index = view.model()->index(row, 0, parent); view.isExpanded(index)) {
            kept(index).isOpen = true;
            keepOpen(view, index);
        }
}

void KeptRows::restore(QTreeView &view) const
{
    restore(view, {}, m_top);
    view.verticalScrollBar()->setValue(m_scrolled);
}

// Rows that are selected side by side are one range: thousands of single ones would take minutes.
void KeptRows::restore(QTreeView &view, const QModelIndex &parent, const Row &kept)
{
    QItemSelection selection;
    QModelIndex first, last;
    for (int row = 0; !kept.below.empty() && row < view.model()->rowCount(parent); ++row) {
        const QModelIndex index = view.model()->index(row, 0, parent);
        const auto found = kept.below.find(index.data(KeyRole).toString());
        const bool isSelected = found != kept.below.end() && found->second->isSelected;
        if (isSelected) {
            first = first.isValid() ? first : index;
            last = index;
        } else if (first.isValid()) {
            selection.select(first, last);
            first = {};
        }
        if (found == kept.below.end())
            continue;
        if (found->second->isOpen)
            view.expand(index);
        if (found->second->isCurrent)
            view.selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        restore(view, index, *found->second);
    }
    if (first.isValid())
        selection.select(first, last);
    view.selectionModel()->select(selection, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

} // namespace vethscope
