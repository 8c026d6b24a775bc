#pragma once

#include "core/cluster/cluster.h"

#include <QColor>
#include <QRectF>
#include <QString>

class QPainter;

namespace vethscope {

/// A severity's colour upon the base, in the theme of now.
QColor severityColour(ProblemSeverity severity);
/// Its sign, which no other has: a disc with ×, a triangle with !, a ring with i. The colour never stands alone.
void paintSeverity(QPainter &painter, const QRectF &place, ProblemSeverity severity);
/// "Error", "Warning", "Note", in the user's language.
QString severityName(ProblemSeverity severity);

} // namespace vethscope
