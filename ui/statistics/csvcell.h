#pragma once

#include <QString>

namespace vethscope {

/// A cell of a CSV table, in quotes where it needs some (RFC 4180).
QString csvCell(const QString &cell);
/// In quotes in any case.
QString quotedCell(QString cell);

} // namespace vethscope
