#include "ui/filters/filterkeeper.h"

#include "ui/filters/keptfilterdialog.h"
#include "ui/filters/keptfiltersdialog.h"

#include <algorithm>

namespace vethscope {

FilterKeeper::FilterKeeper(KeptFilters &filters, const Registry &registry, QWidget &window)
    : QObject(&window), m_filters(filters), m_registry(registry), m_window(window)
{
}

void FilterKeeper::keep(KeptFilters::Kind kind, const QString &expression)
{
    KeptFilterDialog dialog(kind, {.expression = expression.trimmed().toStdString()}, m_registry, &m_window);
    if (dialog.exec() == QDialog::Accepted)
        m_filters.add(kind, dialog.filter());
}

void FilterKeeper::edit(KeptFilters::Kind kind, const KeptFilter &filter)
{
    KeptFilterDialog dialog(kind, filter, m_registry, &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    std::vector<KeptFilter> filters = m_filters.all(kind);
    std::ranges::replace(filters, filter, dialog.filter());
    m_filters.set(kind, filters);
}

void FilterKeeper::manage(KeptFilters::Kind kind)
{
    KeptFiltersDialog dialog(kind, m_filters.all(kind), m_registry, &m_window);
    if (dialog.exec() == QDialog::Accepted)
        m_filters.set(kind, dialog.filters());
}

} // namespace vethscope
