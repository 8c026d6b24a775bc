#include "ui/why/addresscard.h"

#include "ui/theme/palette.h"
#include "ui/why/agreement.h"
#include "ui/why/whylabels.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace vethscope {
namespace {

constexpr double corner = 6;

} // namespace

AddressCard::AddressCard(const explain::FieldExplanation &field, const QString &name, QWidget *parent) : QAbstractButton(parent), m_scope(scopeOf(field))
{
    const Palette &palette = Palette::current();
    const Agreement foretold = agreementOf(field);
    const QString value = QString::fromStdString(field.value), title = addressTitle(field.name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 7, 12, 8);
    column->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(whyLabel(title, this, palette.muted), 1);
    QLabel *const badge = whyLabel(signOf(foretold) + QLatin1Char(' ') + wordsOf(foretold), this, inkOf(foretold));
    badge->setWordWrap(false);
    head->addWidget(badge);
    column->addLayout(head);
    QLabel *const shown = whyLabel(breakable(value), this, palette.of(m_scope).ink);
    QFont font = monospaceFont();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    font.setWeight(QFont::DemiBold);
    shown->setFont(font);
    column->addWidget(shown);
    if (!name.isEmpty())
        column->addWidget(whyLabel(breakable(name), this, palette.muted));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("%1, %2: %3, %4", "network, field, value, whether it is as foretold").arg(scopeName(m_scope, int(field.depth)), title, value, wordsOf(foretold)));
}

void AddressCard::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void AddressCard::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void AddressCard::paintEvent(QPaintEvent *)
{
    const Palette &palette = Palette::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(palette.accent, 1.6) : QPen(palette.line, 1));
    painter.setBrush(underMouse() ? palette.hover : palette.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), corner, corner);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.of(m_scope).strong);
    painter.drawRoundedRect(QRectF(1, 6, 4, height() - 12), 2, 2);
}

} // namespace vethscope
