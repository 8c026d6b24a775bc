#pragma once

#include <QStringList>

class QMenu;

namespace vethscope {

/// Rows of a table in one display filter, at most.
inline constexpr qsizetype mostFiltered = 64;

/// What lets through the packets of each: `(a) || (b)`. Empty where there is none.
QString eitherOf(QStringList filters);

/// Says in the place of filters why there are none.
void addTooManyRows(QMenu &menu);

} // namespace vethscope
