#pragma once

#include "core/figure/colours.h"
#include "core/figure/figure.h"

#include <QPainterPath>
#include <QRectF>

class QPainter;

namespace vethscope {

inline QRectF toQt(const figure::Rect &rect)
{
    return {rect.x, rect.y, rect.width, rect.height};
}

/// The colours of the window's theme.
const Colours &currentColours();

/// Paints shapes with a QPainter as SvgWriter writes them: the same sizes, dashes and colours.
/// Words that come out wider than planned, because Inter is not installed, are squeezed into their place.
void paintShape(QPainter &painter, const figure::Shape &shape, const Colours &colours);

QPainterPath pathOf(const figure::Line &line);

} // namespace vethscope
