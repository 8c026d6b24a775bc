#pragma once

#include "core/dissect/layer.h"

#include <QFont>
#include <QPainter>

namespace vethscope {

/// The font of tags, of the window's size.
QFont scopeTagFont();

/// Paints "O" or "U" as a small block in the scope's hue.
void paintScopeTag(QPainter &painter, const QRect &place, const QFont &font, Scope scope, int depth);

} // namespace vethscope
