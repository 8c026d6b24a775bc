#pragma once

#include "core/topology/canvas.h"

namespace vethscope {

/// Draws what the colours and strokes mean, of those that the drawing has, from `at` to the right; the y below it.
double drawLegend(Canvas &canvas, figure::Point at, double width, figure::Hue podHue);

} // namespace vethscope
