#include "ui/statistics/statistictreewindow.h"

#include "ui/statistics/rowsfilter.h"
#include "ui/statistics/statisticview.h"

#include <QMenu>

namespace vethscope {
namespace {

constexpr QSize firstSize(165, 80); // widths of a character

} // namespace

StatisticTreeWindow::StatisticTreeWindow(const WindowKind &kind, const WindowContext &context, Pass make, CountOptions *options)
    : StatisticWindow(kind, context, firstSize, std::move(make), options)
{
}

void StatisticTreeWindow::setRows(QAbstractItemModel &model, std::vector<int> characters)
{
    m_view = new StatisticView(model, this);
    m_view->fitColumns(std::move(characters));
    setContent(*m_view);
    connect(m_view, &StatisticView::chosen, this, &StatisticTreeWindow::jump);
    connect(m_view, &StatisticView::opened, this, &StatisticTreeWindow::openPacket);
    connect(m_view, &StatisticView::copyRequested, this, &StatisticTreeWindow::copySelected);
    connect(m_view, &StatisticView::menuRequested, this, &StatisticTreeWindow::showMenu);
}

void StatisticTreeWindow::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList filters = m_view->selectedFilters();
    if (filters.size() > mostFiltered)
        addTooManyRows(*menu);
    else if (!filters.isEmpty())
        addFilterMenus(*menu, [this, filter = eitherOf(filters)](QMenu &uses, const QString &title, FilterStep step, FilterUse use) {
            connect(uses.addAction(title), &QAction::triggered, this, [this, filter, use, step] { emit filterRequested(filter, use, step); });
        });
    menu->addSeparator();
    if (const int packet = m_view->selectedPacket(); packet >= 0)
        connect(menu->addAction(tr("&Go to First Packet")), &QAction::triggered, this, [this, packet] { openPacket(packet); });
    connect(menu->addAction(tr("&Copy as CSV")), &QAction::triggered, this, &StatisticTreeWindow::copySelected);
    menu->popup(place);
}

void StatisticTreeWindow::copySelected()
{
    copy(m_view->csv(StatisticView::Rows::Selected));
}

bool StatisticTreeWindow::hasRows() const
{
    return m_view->model()->rowCount() > 0;
}

QString StatisticTreeWindow::csv() const
{
    return m_view->csv(StatisticView::Rows::All);
}

QWidget *StatisticTreeWindow::firstFocus() const
{
    return m_view;
}

void StatisticTreeWindow::retranslate()
{
    StatisticWindow::retranslate();
    m_view->setAccessibleName(name());
}

} // namespace vethscope
