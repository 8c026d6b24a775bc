#include "ui/statistics/countoptions.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QMenu>
#include <QToolButton>

namespace vethscope {

CountOptions::CountOptions(QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_limit(new QCheckBox(this)), m_copy(new QToolButton(this))
{
    m_row->setContentsMargins(14, 10, 12, 8);
    m_row->setSpacing(18);
    m_row->addWidget(m_limit);
    m_row->addStretch();
    m_copy->setMenu(new QMenu(m_copy));
    addButton(*m_copy);
    m_csv = &addCopy();
    connect(m_csv, &QAction::triggered, this, &CountOptions::csvRequested);
    connect(m_limit, &QCheckBox::toggled, this, &CountOptions::limitToggled);
    CountOptions::retranslate();
}

void CountOptions::addBox(QWidget &box)
{
    setTabOrder(m_row->itemAt(m_boxes - 1)->widget(), &box);
    m_row->insertWidget(m_boxes++, &box);
}

void CountOptions::addButton(QToolButton &button)
{
    button.setObjectName(QStringLiteral("perspective"));
    button.setPopupMode(QToolButton::InstantPopup);
    button.setFocusPolicy(Qt::TabFocus);
    m_row->insertWidget(m_boxes + 1, &button);
    if (&button != m_copy)
        setTabOrder(&button, m_copy);
}

QAction &CountOptions::addCopy()
{
    return *m_copy->menu()->addAction(QString());
}

void CountOptions::setCopyEnabled(bool enabled)
{
    m_copy->setEnabled(enabled);
}

void CountOptions::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CountOptions::retranslate()
{
    m_limit->setText(tr("&Limit to display filter"));
    m_limit->setToolTip(tr("Count only the packets that the list displays"));
    m_copy->setText(tr("Copy") + QStringLiteral(" ▾"));
    m_copy->setAccessibleName(tr("Copy the whole table"));
    m_copy->setToolTip(tr("Copies all rows as they are sorted; Ctrl+C copies the selected ones"));
    m_csv->setText(tr("Copy as &CSV"));
}

} // namespace vethscope
