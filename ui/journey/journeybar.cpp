#include "ui/journey/journeybar.h"

#include "ui/journey/journeyplayer.h"
#include "ui/predict/playbar.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

namespace vethscope {
namespace {

constexpr int playBarCharacters = 64;

} // namespace

JourneyBar::JourneyBar(JourneyPlayer &player, QWidget *parent) : QWidget(parent), m_player(player), m_playBar(new PlayBar(player, this)), m_topology(new QPushButton(this))
{
    m_topology->setObjectName(QStringLiteral("quiet"));
    m_playBar->setFixedWidth(fontMetrics().averageCharWidth() * playBarCharacters);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(14);
    row->addWidget(m_playBar);
    row->addWidget(m_topology);
    connect(m_topology, &QPushButton::clicked, this, &JourneyBar::topologyRequested);
    const auto enable = [this] { setEnabled(m_player.hopCount() > 0); };
    connect(&player, &HopPlayer::pathChanged, this, enable);
    enable();
    retranslate();
}

void JourneyBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void JourneyBar::retranslate()
{
    m_topology->setText(tr("Show on the Topology"));
    m_topology->setToolTip(tr("The packet travels the way that it has come, device by device; host output is needed"));
}

} // namespace vethscope
