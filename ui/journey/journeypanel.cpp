#include "ui/journey/journeypanel.h"

#include "ui/journey/doubtslabel.h"
#include "ui/journey/flowtable.h"
#include "ui/journey/followedjourneys.h"
#include "ui/journey/hoptable.h"
#include "ui/journey/journeybar.h"
#include "ui/journey/journeyfollower.h"
#include "ui/journey/journeyhead.h"
#include "ui/journey/journeylist.h"
#include "ui/journey/journeyplayer.h"
#include "ui/journey/journeytext.h"
#include "ui/journey/ladderpage.h"
#include "ui/journey/selectedjourney.h"
#include "ui/predict/hoptext.h"
#include "ui/predict/playbar.h"
#include "ui/shared/language.h"
#include "ui/theme/leastpane.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QTextDocumentFragment>

namespace vethscope {
namespace {

constexpr std::size_t doubtsShown = 2; // above the hops, which want their room

} // namespace

JourneyPanel::JourneyPanel(SelectedJourney &journey, JourneyFollower &follower, JourneyPlayer &player, QWidget *parent)
    : QWidget(parent), m_journey(journey), m_follower(follower), m_head(new JourneyHead(follower, this)), m_doubts(new DoubtsLabel(this)), m_outcome(new QLabel(this)), m_tabs(new QTabWidget(this)), m_bar(new JourneyBar(player, this)), m_table(new HopTable(this)), m_ladder(new LadderPage(journey, this)),
      m_flows(new FlowTable(this)), m_list(new JourneyList(this))
{
    build();
    connect(&follower, &JourneyFollower::changed, this, &JourneyPanel::showState);
    connect(&journey, &SelectedJourney::changed, this, &JourneyPanel::showJourney);
    connect(&journey, &SelectedJourney::detailed, this, &JourneyPanel::showDetails);
    connect(&journey, &SelectedJourney::hopChanged, this, [this] {
        m_table->setHop(m_journey.hop());
        m_ladder->showHop();
    });
    connect(m_table, &HopTable::hopChosen, this, [this](std::size_t hop) { emit rowChosen(int(m_journey.journey().hops[hop].rows.front())); });
    connect(m_bar, &JourneyBar::topologyRequested, this, &JourneyPanel::topologyRequested);
    connect(m_ladder, &LadderPage::rowChosen, this, &JourneyPanel::rowChosen);
    connect(m_flows, &FlowTable::rowChosen, this, &JourneyPanel::rowChosen);
    connect(m_flows, &FlowTable::opened, this, &JourneyPanel::packetOpened);
    connect(m_list, &JourneyList::rowChosen, this, &JourneyPanel::rowChosen);
    connect(m_list, &JourneyList::opened, this, &JourneyPanel::packetOpened);
    connect(m_flows, &FlowTable::filterRequested, this, &JourneyPanel::filterRequested);
    connect(m_head, &JourneyHead::pointsRequested, this, &JourneyPanel::pointsRequested);
    connect(m_outcome, &QLabel::linkActivated, this, [this](const QString &link) {
        const auto number = std::size_t(link.section(QLatin1Char(':'), 1).toInt());
        if (const auto drop = m_journey.outcome().drop; drop && number < drop->evidence.size())
            emit evidenceRequested(drop->evidence[number]);
    });
    retranslate();
}

void JourneyPanel::build()
{
    setObjectName(QStringLiteral("journeyPanel"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_outcome->setTextFormat(Qt::RichText);
    m_outcome->setWordWrap(true);
    m_outcome->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_tabs->setObjectName(QStringLiteral("trafficTabs"));
    for (QWidget *page : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_ladder), static_cast<QWidget *>(m_flows), static_cast<QWidget *>(m_list)})
        m_tabs->addTab(page, {});
    m_tabs->setCornerWidget(m_bar);
    m_tabs->setMinimumHeight(leastPane + m_tabs->tabBar()->sizeHint().height());

    auto *words = new QVBoxLayout;
    words->setContentsMargins(14, 0, 10, 4);
    words->addWidget(m_doubts);
    words->addWidget(m_outcome);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(m_head);
    column->addLayout(words);
    column->addWidget(m_tabs, 1);
    column->addStretch(0); // takes the room while there is nothing
    setFocusProxy(m_tabs);
}

QString JourneyPanel::lackText() const
{
    using Lack = JourneyFollower::Lack;
    switch (m_follower.lack()) {
    case Lack::Capture: return tr("Open the captures of several points: each packet is followed through all of them.");
    case Lack::EndOfCapture: return tr("Packets are followed once the capture has ended.");
    case Lack::Start: return tr("The packets are not followed: that was stopped.");
    case Lack::Result: return tr("The packets are being followed …");
    case Lack::Nothing: break;
    }
    if (!m_journey.place() && m_journey.isSelected())
        return tr("This packet has no journey: broadcasts, multicasts, ARP and what was cut before its headers are not followed.");
    if (!m_journey.place())
        return tr("Select a packet: its way over the capture points is shown here.");
    return {};
}

void JourneyPanel::showState()
{
    const auto found = m_follower.found();
    m_doubts->setSentences(found ? found->doubts : std::vector<Sentence>(), found ? found->limits : std::vector<Sentence>(), doubtsShown);
    m_flows->setFlows(m_follower.found());
    m_list->setJourneys(m_follower.found());
    if (!m_follower.found())
        showJourney();
}

QString JourneyPanel::outcomeHtml() const
{
    const FollowedJourneys &all = m_journey.all();
    const std::size_t place = *m_journey.place();
    const journey::Outcome outcome = m_journey.outcome();
    QString html = QStringLiteral("<span style=\"color:%1; font-weight:600\">%2</span>&nbsp; ").arg(outcomeColour(outcome.kind).name(), outcomeWord(all, place).toHtmlEscaped());
    html += outcomeReason(all, place).toHtmlEscaped();
    if (const auto *details = m_journey.details(); details && all.hasHosts) {
        const QString way = details->isForetold ? tr("Its way is the foretold one.") : tr("No foretold way passes all points that saw it.");
        html += QStringLiteral(" <span style=\"color:%1\">%2</span>").arg(Palette::current().muted.name(), way.toHtmlEscaped());
    }
    if (outcome.drop) {
        html += QStringLiteral("<br>") + tr("Foretold: %1").arg(translated(outcome.drop->reason)).toHtmlEscaped();
        for (std::size_t i = 0; i < outcome.drop->evidence.size(); ++i)
            if (outcome.drop->evidence[i].source)
                html += QStringLiteral("<br>") + quotedLine(outcome.drop->evidence[i], QStringLiteral("line:%1").arg(i));
    }
    return html;
}

void JourneyPanel::showJourney()
{
    const bool isThere = m_journey.place().has_value();
    m_head->setTitle(isThere ? flowTitle(m_journey.all().followed->tuple(m_journey.journey())) : tr("No journey yet"));
    m_outcome->setText(isThere ? outcomeHtml() : lackText().toHtmlEscaped());
    m_table->setJourney(isThere ? &m_journey : nullptr);
    m_ladder->showJourney();
    m_list->setCurrent(m_journey.place());
    m_tabs->setVisible(m_journey.isKnown());
}

void JourneyPanel::showDetails()
{
    m_outcome->setText(outcomeHtml());
    m_table->setJourney(&m_journey);
}

QString JourneyPanel::text() const
{
    return m_head->title() + QLatin1Char('\n') + QTextDocumentFragment::fromHtml(m_outcome->text()).toPlainText();
}

// Plays wherever the focus is in here; the table, the ladder and the flows want the arrows themselves.
void JourneyPanel::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (!isPlain || event->key() != Qt::Key_Space || !m_bar->playBar().takes(event->key()))
        QWidget::keyPressEvent(event);
}

void JourneyPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    emit visibilityChanged(true);
}

void JourneyPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    emit visibilityChanged(false);
}

void JourneyPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange && m_journey.place())
        m_outcome->setText(outcomeHtml());
    QWidget::changeEvent(event);
}

void JourneyPanel::retranslate()
{
    m_tabs->setTabText(0, tr("Hops"));
    m_tabs->setTabText(1, tr("Ladder"));
    m_tabs->setTabText(2, tr("Flows"));
    m_tabs->setTabText(3, tr("All"));
    m_outcome->setAccessibleName(tr("What became of the packet"));
    showJourney();
}

} // namespace vethscope
