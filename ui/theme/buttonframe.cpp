#include "ui/theme/buttonframe.h"

#include "ui/theme/palette.h"

#include <QAbstractButton>
#include <QPainter>

namespace vethscope {

void paintButtonFrame(QPainter &painter, const QAbstractButton &button)
{
    if (!button.hasFocus() && !button.underMouse())
        return;
    const Palette &palette = Palette::current();
    painter.setPen(button.hasFocus() ? QPen(palette.accent, 1.4) : Qt::NoPen);
    painter.setBrush(palette.hover);
    painter.drawRoundedRect(QRectF(button.rect()).adjusted(0.7, 0.7, -0.7, -0.7), 4, 4);
}

} // namespace vethscope
