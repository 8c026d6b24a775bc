#pragma once

#include "core/statistics/expertitems.h"

#include <QIcon>
#include <QRectF>
#include <QString>

class QPainter;

namespace vethscope {

/// A sign that no other severity has, and its colour: a disc with ×, a triangle with !, a ring with i, a speech bubble.
void paintExpert(QPainter &painter, const QRectF &place, ExpertSeverity severity);
QIcon expertIcon(ExpertSeverity severity, int size, double pixelRatio);
/// "Error", "Warning", "Note", "Chat", in the user's language.
QString expertName(ExpertSeverity severity);

} // namespace vethscope
