#include "ui/panels/gotobar.h"

#include <QBoxLayout>
#include <QEvent>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <limits>

namespace vethscope {

GoToBar::GoToBar(QWidget *parent)
    : QFrame(parent), m_label(new QLabel(this)), m_number(new QLineEdit(this)), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("goToBar"));
    m_number->setValidator(new QIntValidator(1, std::numeric_limits<int>::max(), this));
    m_number->setMaximumWidth(fontMetrics().averageCharWidth() * 18);
    m_label->setBuddy(m_number);
    m_close->setText(QStringLiteral("✕"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 4, 10, 4);
    row->addStretch();
    row->addWidget(m_label);
    row->addWidget(m_number);
    row->addWidget(m_close);
    connect(m_number, &QLineEdit::returnPressed, this, &GoToBar::go);
    connect(m_close, &QToolButton::clicked, this, &GoToBar::close);
    retranslate();
    hide();
}

void GoToBar::ask()
{
    show();
    m_number->setFocus(Qt::ShortcutFocusReason);
    m_number->selectAll();
}

void GoToBar::go()
{
    const int number = m_number->text().toInt();
    close();
    emit chosen(number);
}

void GoToBar::close()
{
    hide();
    emit closed();
}

void GoToBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void GoToBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void GoToBar::retranslate()
{
    m_label->setText(tr("Go to packet number"));
    m_number->setAccessibleName(tr("Packet number"));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
}

} // namespace vethscope
