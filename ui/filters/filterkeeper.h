#pragma once

#include "ui/filters/keptfilters.h"

#include <QWidget>

namespace vethscope {

/// Asks before it keeps, changes or removes display filters.
class FilterKeeper : public QObject
{
    Q_OBJECT

public:
    /// The dialogs lie above `window`.
    FilterKeeper(KeptFilters &filters, const Registry &registry, QWidget &window);

    KeptFilters &filters() const { return m_filters; }
    const Registry &registry() const { return m_registry; }

    /// Asks for a name, or for a button's label, of this expression.
    void keep(KeptFilters::Kind kind, const QString &expression);
    void edit(KeptFilters::Kind kind, const KeptFilter &filter);
    void manage(KeptFilters::Kind kind);

private:
    KeptFilters &m_filters;
    const Registry &m_registry;
    QWidget &m_window;
};

} // namespace vethscope
