#include "ui/why/citation.h"

#include "ui/theme/palette.h"
#include "ui/why/whylabels.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace vethscope {
namespace {

constexpr double lineCorner = 4;

} // namespace

Citation::Citation(const QString &words, const QString &place, const QString &remark, QWidget *parent) : QAbstractButton(parent)
{
    const Palette &palette = Palette::current();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(1);
    m_words = whyLabel(breakable(words), this, palette.text);
    column->addWidget(m_words);
    auto *below = new QHBoxLayout;
    below->setSpacing(10);
    below->addWidget(whyLabel(breakable(place), this, palette.accent), 1);
    if (!remark.isEmpty())
        below->addWidget(whyLabel(remark, this, palette.bad));
    column->addLayout(below);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // narrower than its words: they are wrapped
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void Citation::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void Citation::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void Citation::paintEvent(QPaintEvent *)
{
    const Palette &palette = Palette::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(palette.accent, 1.4) : QPen(palette.line, 1));
    painter.setBrush(underMouse() ? palette.hover : palette.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.7, 0.7, -0.7, -0.7), lineCorner, lineCorner);
}

} // namespace vethscope
