#include "ui/shared/screenroom.h"

#include <QScreen>
#include <QWidget>

namespace vethscope {

QRect screenRoom(const QWidget &window)
{
    const int titleBar = 2 * window.fontMetrics().height();
    const int side = window.fontMetrics().height();
    return window.screen()->availableGeometry().adjusted(side, titleBar, -side, -titleBar);
}

} // namespace vethscope
