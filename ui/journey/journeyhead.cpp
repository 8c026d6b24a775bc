#include "ui/journey/journeyhead.h"

#include "ui/journey/journeyfollower.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace vethscope {

JourneyHead::JourneyHead(JourneyFollower &follower, QWidget *parent)
    : QWidget(parent), m_follower(follower), m_title(new QLabel(this)), m_points(new QPushButton(this)), m_activity(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_stop(new QPushButton(this))
{
    m_title->setObjectName(QStringLiteral("panelTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_activity->setObjectName(QStringLiteral("muted"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(110, 4);
    m_progress->setRange(0, 1000);
    for (QPushButton *button : {m_points, m_stop})
        button->setObjectName(QStringLiteral("quiet"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 10, 0);
    row->setSpacing(12);
    row->addWidget(m_title, 1);
    row->addWidget(m_activity);
    row->addWidget(m_progress);
    row->addWidget(m_stop);
    row->addWidget(m_points);
    connect(&follower, &JourneyFollower::changed, this, &JourneyHead::showProgress);
    connect(&follower, &JourneyFollower::progressed, this, &JourneyHead::showProgress);
    connect(m_points, &QPushButton::clicked, this, &JourneyHead::pointsRequested);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_follower.lack() == JourneyFollower::Lack::Start ? m_follower.startAgain() : m_follower.stop(); });
    retranslate();
}

void JourneyHead::setTitle(const QString &title)
{
    m_title->setText(title);
}

QString JourneyHead::title() const
{
    return m_title->text();
}

void JourneyHead::showProgress()
{
    using Lack = JourneyFollower::Lack;
    const Lack lack = m_follower.lack();
    const bool isRunning = lack == Lack::Result && m_follower.isBusy();
    m_activity->setVisible(isRunning);
    m_progress->setVisible(isRunning);
    m_progress->setValue(m_follower.thousandths());
    m_stop->setVisible(isRunning || lack == Lack::Start);
    m_stop->setText(lack == Lack::Start ? tr("Start again") : tr("Cancel"));
    m_points->setVisible(lack != Lack::Capture);
}

void JourneyHead::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void JourneyHead::retranslate()
{
    m_points->setText(tr("Capture Points…"));
    m_activity->setText(tr("Following packets"));
    m_progress->setAccessibleName(m_activity->text());
    showProgress();
}

} // namespace vethscope
