#include "ui/panels/messagebar.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace vethscope {

MessageBar::MessageBar(QWidget *parent) : QFrame(parent), m_text(new QLabel(this)), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    auto *mark = new QLabel(QStringLiteral("!"), this);
    mark->setObjectName(QStringLiteral("messageMark"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setText(QStringLiteral("✕"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 7, 10, 7);
    row->setSpacing(10);
    row->addWidget(mark);
    row->addWidget(m_text, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    retranslate();
    hide();
}

void MessageBar::tell(Kind kind, const QString &text)
{
    setProperty("kind", kind == Kind::Error ? QStringLiteral("error") : QStringLiteral("warning"));
    for (QWidget *widget : {static_cast<QWidget *>(this), findChild<QWidget *>(QStringLiteral("messageMark"))}) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
    m_text->setText(text);
    setAccessibleDescription(text);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::retranslate()
{
    setAccessibleName(tr("Message"));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss"));
}

} // namespace vethscope
