#pragma once

#include <QRect>

class QWidget;

namespace vethscope {

/// What the screen of a window has room for, where window managers put a title bar above the place that a window asks for and where
/// they put it below: the window is on the screen with its whole frame.
QRect screenRoom(const QWidget &window);

} // namespace vethscope
