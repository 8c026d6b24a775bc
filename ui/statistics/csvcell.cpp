#include "ui/statistics/csvcell.h"

namespace vethscope {

QString csvCell(const QString &cell)
{
    const bool needsQuotes = cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')) || cell.contains(QLatin1Char('\n')) || cell.contains(QLatin1Char('\r'));
    return needsQuotes ? quotedCell(cell) : cell;
}

QString quotedCell(QString cell)
{
    return QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace vethscope
