#include "ui/shared/messagebar.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace vethscope {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_mark(new QLabel(this)), m_text(new QLabel(this)), m_answers(new QHBoxLayout), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_mark->setObjectName(QStringLiteral("messageMark"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setText(QStringLiteral("✕"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 7, 10, 7);
    row->setSpacing(10);
    row->addWidget(m_mark);
    row->addWidget(m_text, 1);
    row->addLayout(m_answers);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    retranslate();
    hide();
}

void MessageBar::setAnswers(const QList<Answer> &answers)
{
    while (QLayoutItem *item = m_answers->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
    for (const Answer &answer : answers) {
        auto *button = new QPushButton(answer.text, this);
        button->setObjectName(QStringLiteral("quiet"));
        m_answers->addWidget(button, 0, Qt::AlignTop);
        connect(button, &QPushButton::clicked, this, [this, answer] {
            if (answer.after == After::Hide)
                hide();
            answer.act();
        });
    }
}

void MessageBar::tell(Kind kind, const QString &text, const QList<Answer> &answers)
{
    setAnswers(answers);
    setProperty("kind", kind == Kind::Error ? QStringLiteral("error") : kind == Kind::Done ? QStringLiteral("done") : QStringLiteral("warning"));
    m_mark->setText(kind == Kind::Done ? QStringLiteral("✓") : QStringLiteral("!"));
    for (QWidget *widget : {static_cast<QWidget *>(this), static_cast<QWidget *>(m_mark)}) {
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
