#include "ui/statistics/csvcell.h"

namespace vethscope {

QString csvCell(QString cell)
{
    const bool needsQuotes = cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')) || cell.contains(QLatin1Char('\n'));
    return needsQuotes ? QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"') : cell;
}

} // namespace vethscope
