#include "ui/statistics/statisticview.h"

#include "ui/statistics/csvcell.h"
#include "ui/statistics/statisticdelegate.h"
#include "ui/theme/palette.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace vethscope {

StatisticView::StatisticView(QAbstractItemModel &model, QWidget *parent) : QTreeView(parent), m_sorted(new QSortFilterProxyModel(this))
{
    m_sorted->setSortRole(SortRole);
    m_sorted->setSourceModel(&model);
    setModel(m_sorted);
    setItemDelegate(new StatisticDelegate(this));
    setObjectName(QStringLiteral("statisticView"));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    header()->setSortIndicator(-1, Qt::AscendingOrder); // as the model has them
    setSortingEnabled(true);
    header()->setSortIndicatorClearable(true);
    header()->setStretchLastSection(false);
    connect(m_sorted, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_kept = KeptRows(*this); });
    connect(m_sorted, &QAbstractItemModel::modelReset, this, &StatisticView::restore);
    connect(header(), &QHeaderView::sectionResized, this, [this] {
        if (QGuiApplication::mouseButtons().testFlag(Qt::LeftButton) && header()->underMouse())
            m_widthsAreOurs = false;
    });
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const QVariant packet = index.data(PacketRole); packet.isValid() && !this->model()->hasChildren(index.siblingAtColumn(0)))
            emit opened(packet.toInt());
    });
}

void StatisticView::choose(const QModelIndex &index)
{
    if (const QVariant packet = index.data(PacketRole); packet.isValid())
        emit chosen(packet.toInt());
}

void StatisticView::restore()
{
    const QScopedValueRollback restoring(m_restoring, true);
    m_kept.restore(*this);
}

// By the user alone: rows also come and go by themselves.
void StatisticView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_restoring && hasFocus() && previous.isValid() && current.isValid() && current.siblingAtColumn(0) != previous.siblingAtColumn(0))
        choose(current);
}

void StatisticView::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier)
        choose(indexAt(event->position().toPoint()));
}

void StatisticView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        emit copyRequested();
    else
        QTreeView::keyPressEvent(event);
}

void StatisticView::fitColumns(std::vector<int> characters)
{
    m_characters = std::move(characters);
    updateColumns();
}

void StatisticView::updateColumns()
{
    const double character = QFontMetricsF(monospaceFont()).horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; m_widthsAreOurs && column < int(m_characters.size()); ++column)
        setColumnWidth(column, std::max(qRound(m_characters[std::size_t(column)] * character), header()->sectionSizeHint(column)));
}

// Models read what they say when they are asked: in another language they are asked again.
void StatisticView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        header()->viewport()->update();
        viewport()->update();
    }
    if (event->type() == QEvent::LanguageChange || changesFonts(*event)) {
        updateColumns();
        doItemsLayout(); // rows would keep their height
    }
}

void StatisticView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    if (selectionModel()->hasSelection())
        emit menuRequested(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

QStringList StatisticView::selectedFilters() const
{
    QStringList filters;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        if (const QString filter = index.data(FilterRole).toString(); !filter.isEmpty())
            filters << filter;
    filters.removeDuplicates();
    return filters;
}

int StatisticView::selectedPacket() const
{
    int first = -1;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        if (const QVariant packet = index.data(PacketRole); packet.isValid())
            first = first < 0 ? packet.toInt() : std::min(first, packet.toInt());
    return first;
}

QString StatisticView::line(const QModelIndex &index, int level) const
{
    QStringList cells;
    for (int column = 0; column < m_sorted->columnCount(); ++column) {
        const QModelIndex cell = index.siblingAtColumn(column);
        const QVariant plain = cell.data(CopyRole);
        cells << csvCell((column == 0 ? QString(2 * level, QLatin1Char(' ')) : QString()) + (plain.isValid() ? plain : cell.data()).toString());
    }
    return cells.join(QLatin1Char(',')) + QLatin1Char('\n');
}

void StatisticView::write(const QModelIndex &parent, Rows which, int level, QString &text) const
{
    for (int row = 0; row < m_sorted->rowCount(parent); ++row) {
        const QModelIndex index = m_sorted->index(row, 0, parent);
        if (which == Rows::All || selectionModel()->isRowSelected(row, parent))
            text += line(index, level);
        if (which == Rows::Selected || isExpanded(index))
            write(index, which, level + 1, text);
    }
}

QString StatisticView::csv(Rows which) const
{
    QStringList titles;
    for (int column = 0; column < m_sorted->columnCount(); ++column)
        titles << csvCell(m_sorted->headerData(column, Qt::Horizontal).toString());
    QString text = titles.join(QLatin1Char(',')) + QLatin1Char('\n');
    write({}, which, 0, text);
    return text;
}

} // namespace vethscope
