#include "ui/journey/flowtable.h"

#include "ui/journey/flowfilter.h"
#include "ui/journey/flowmodel.h"
#include "ui/journey/followedjourneys.h"
#include "ui/theme/palette.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

namespace vethscope {

FlowTable::FlowTable(QWidget *parent) : QTableView(parent), m_model(new FlowModel(this))
{
    setObjectName(QStringLiteral("flowTable"));
    setModel(m_model);
    setFrameShape(NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicator(FlowModel::Lost, Qt::DescendingOrder);
    setSortingEnabled(true);
    connect(this, &QAbstractItemView::activated, this, &FlowTable::opened);
    updateColumns();
}

void FlowTable::setFlows(std::shared_ptr<const FollowedJourneys> all)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_model->setFlows(std::move(all));
    horizontalHeader()->setSortIndicator(FlowModel::Lost, Qt::DescendingOrder);
}

QString FlowTable::currentFilter() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? flowFilter(*m_model->all()->followed, m_model->flow(current.row()).first.flow) : QString();
}

void FlowTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() && !m_isFilling && current.row() != previous.row())
        emit rowChosen(m_model->firstPacket(current.row()));
}

void FlowTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (!currentIndex().isValid())
        return;
    QMenu menu(this);
    addFilterMenus(menu, [&](QMenu &uses, const QString &title, FilterStep step, FilterUse use) {
        connect(uses.addAction(title), &QAction::triggered, this, [this, use, step] { emit filterRequested(currentFilter(), use, step); });
    });
    menu.addSeparator();
    connect(menu.addAction(tr("&Go to First Packet")), &QAction::triggered, this, &FlowTable::opened);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

void FlowTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_model->retranslate();
    if (event->type() == QEvent::LanguageChange || changesFonts(*event))
        updateColumns();
}

void FlowTable::updateColumns()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(qRound(fontMetrics().height() * 1.62));
    setAccessibleName(tr("Loss and delay of each flow, from point to point"));
    const int character = fontMetrics().averageCharWidth();
    for (int column = 0; column < FlowModel::ColumnCount; ++column) {
        const int characters = column == FlowModel::Flow ? 46 : column <= FlowModel::To ? 30 : 11;
        setColumnWidth(column, std::max(characters * character, horizontalHeader()->sectionSizeHint(column)));
    }
}

} // namespace vethscope
