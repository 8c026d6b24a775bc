#include "ui/statistics/hierarchywindow.h"

#include "core/statistics/protocolhierarchy.h"
#include "ui/statistics/hierarchymodel.h"
#include "ui/statistics/statisticview.h"
#include "ui/statistics/tallypasses.h"

namespace vethscope {

HierarchyWindow::HierarchyWindow(const WindowKind &kind, const WindowContext &context)
    : StatisticTreeWindow(kind, context, tallyPasses<ProtocolHierarchy>()), m_model(new HierarchyModel(this))
{
    setRows(*m_model, {52, 9, 10, 11, 13, 11, 12, 12, 13});
}

void HierarchyWindow::showCounts()
{
    const bool wasEmpty = !hasRows();
    m_model->setCounts(counter().counts<ProtocolHierarchy>());
    if (wasEmpty && hasRows())
        view().expandAll();
}

QString HierarchyWindow::whyNothing() const
{
    return counter().isLimited() ? tr("No packet is displayed.") : tr("There are no packets.");
}

} // namespace vethscope
