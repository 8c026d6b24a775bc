#pragma once

#include <QString>

namespace vethscope {

struct Palette;

/// What Fusion and the palette cannot say: quiet frames, round corners, thin scroll bars.
/// Lengths grow with the zoom.
QString styleSheet(const Palette &palette, double zoom);

} // namespace vethscope
