#include "ui/panels/scopebullet.h"

#include "ui/theme/palette.h"

#include <QPainter>

namespace vethscope {

ScopeBullet::ScopeBullet(QWidget *parent) : QWidget(parent)
{
    setFixedSize(sizeHint());
}

void ScopeBullet::setScope(Scope scope, int depth)
{
    m_scope = scope;
    setToolTip(scopeName(scope, depth));
    setAccessibleName(toolTip());
    update();
}

void ScopeBullet::clear()
{
    m_scope.reset();
    setToolTip({});
    setAccessibleName({});
    update();
}

void ScopeBullet::paintEvent(QPaintEvent *)
{
    const Palette &palette = Palette::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_scope ? palette.of(*m_scope).strong : palette.line);
    painter.drawEllipse(rect());
}

} // namespace vethscope
