#include "ui/statistics/rowsfilter.h"

#include <QCoreApplication>
#include <QMenu>

namespace vethscope {

QString eitherOf(QStringList filters)
{
    filters.removeDuplicates();
    return filters.size() > 1 ? QLatin1Char('(') + filters.join(QStringLiteral(") || (")) + QLatin1Char(')') : filters.value(0);
}

void addTooManyRows(QMenu &menu)
{
    menu.addAction(QCoreApplication::translate("RowsFilter", "A filter is made of %1 rows at most").arg(mostFiltered))->setEnabled(false);
}

} // namespace vethscope
