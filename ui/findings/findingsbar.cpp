#include "ui/findings/findingsbar.h"

#include "ui/findings/diagnoser.h"
#include "ui/findings/findingswords.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace vethscope {

FindingsBar::FindingsBar(Diagnoser &diagnoser, QWidget *parent)
    : QWidget(parent), m_diagnoser(diagnoser), m_title(new QLabel(this)), m_remark(new QLabel(this)), m_activity(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_stop(new QPushButton(this))
{
    for (QLabel *label : {m_title, m_remark}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_title->setObjectName(QStringLiteral("panelTitle"));
    m_remark->setObjectName(QStringLiteral("muted"));
    m_activity->setObjectName(QStringLiteral("muted"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(80, 4);
    m_progress->setRange(0, 1000);
    m_stop->setObjectName(QStringLiteral("quiet"));

    auto *top = new QHBoxLayout;
    top->setSpacing(10);
    top->addWidget(m_title, 1);
    top->addWidget(m_activity);
    top->addWidget(m_progress);
    top->addWidget(m_stop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 10, 4);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(m_remark);
    connect(&diagnoser, &Diagnoser::changed, this, &FindingsBar::showState);
    connect(&diagnoser, &Diagnoser::progressed, this, &FindingsBar::showState);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_diagnoser.isStopped() ? m_diagnoser.startAgain() : m_diagnoser.stop(); });
    retranslate();
}

void FindingsBar::showState()
{
    const bool isRunning = m_diagnoser.isBusy() && !m_diagnoser.isStopped();
    m_title->setText(findingsTitle(m_diagnoser));
    m_remark->setText(findingsRemark(m_diagnoser));
    m_activity->setVisible(isRunning && !m_diagnoser.found());
    m_progress->setVisible(isRunning);
    m_progress->setValue(m_diagnoser.thousandths());
    m_stop->setVisible(isRunning || m_diagnoser.isStopped());
    m_stop->setText(m_diagnoser.isStopped() ? tr("Look Again") : tr("Cancel"));
}

void FindingsBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FindingsBar::retranslate()
{
    m_activity->setText(tr("Looking"));
    m_progress->setAccessibleName(m_activity->text());
    m_remark->setAccessibleName(tr("What was looked at"));
    showState();
}

} // namespace vethscope
