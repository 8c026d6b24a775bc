#include "ui/shared/scopetag.h"

#include "ui/theme/palette.h"

#include <QApplication>

namespace vethscope {

QFont scopeTagFont()
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 0.77);
    font.setWeight(QFont::DemiBold);
    return font;
}

void paintScopeTag(QPainter &painter, const QRect &place, const QFont &font, Scope scope, int depth)
{
    const ScopeColours colours = Palette::current().of(scope);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.strong);
    painter.drawRoundedRect(place, 3, 3);
    painter.setPen(colours.onStrong);
    painter.setFont(font);
    painter.drawText(place, Qt::AlignCenter, scopeTag(scope, depth));
}

} // namespace vethscope
