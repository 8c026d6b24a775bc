#include "ui/statistics/hierarchywindow.h"

#include "core/statistics/packetpass.h"
#include "core/statistics/protocolhierarchy.h"
#include "ui/statistics/hierarchymodel.h"
#include "ui/statistics/statisticview.h"
#include "ui/statistics/tallypasses.h"

#include <QHeaderView>

namespace vethscope {

HierarchyWindow::HierarchyWindow(const WindowKind &kind, const WindowContext &context)
    : StatisticWindow(kind, context, {150, 80}, tallyPasses<ProtocolHierarchy>()), m_model(new HierarchyModel(this)), m_view(new StatisticView(*m_model, this))
{
    setContent(*m_view);
    serve(*m_view);
    m_view->fitColumns({52, 9, 10, 11, 13, 11, 12, 12, 13});
}

void HierarchyWindow::showCounts()
{
    const bool wasEmpty = !hasRows();
    m_model->setCounts(counter().counts<ProtocolHierarchy>());
    if (wasEmpty && hasRows())
        m_view->expandAll();
}

bool HierarchyWindow::hasRows() const
{
    return m_model->rowCount() > 0;
}

QString HierarchyWindow::whyNothing() const
{
    return counter().isLimited() ? tr("No packet is displayed.") : tr("There are no packets.");
}

QString HierarchyWindow::csv() const
{
    return m_view->csv(StatisticView::Rows::All);
}

QWidget *HierarchyWindow::firstFocus() const
{
    return m_view;
}

void HierarchyWindow::retranslate()
{
    StatisticWindow::retranslate();
    m_view->setAccessibleName(name());
}

} // namespace vethscope
