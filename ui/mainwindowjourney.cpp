#include "ui/mainwindow.h"

#include "ui/desk/desk.h"
#include "ui/filters/filterbar.h"
#include "ui/journey/journeycontroller.h"
#include "ui/journey/journeypanel.h"
#include "ui/journey/ladderpage.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/predict/predictcontroller.h"
#include "ui/shared/messagebar.h"

// How journeys are wired to the window.

namespace vethscope {

void MainWindow::addJourney()
{
    m_journey = new JourneyController(m_capture, m_selection, m_snapshots, m_commands, *m_topology, *this);
    m_desk->addDock("journeyDock", m_journey->panel(), Qt::BottomDockWidgetArea, Command::ShowJourney, 400);
}

void MainWindow::connectJourney()
{
    JourneyPanel &panel = m_journey->panel();
    connect(&panel, &JourneyPanel::evidenceRequested, this, &MainWindow::showEvidence);
    connect(&panel, &JourneyPanel::filterRequested, this, &MainWindow::useFilter);
    connect(&panel, &JourneyPanel::packetOpened, this, [this] {
        showList();
        m_workspace->list().setFocus();
    });
    connect(&panel.ladder(), &LadderPage::failed, this, [this](const QString &message) { m_messages->tell(MessageBar::Kind::Error, message); });
    connect(&panel.ladder(), &LadderPage::exported, this, [this](const QString &path) { m_messages->tell(MessageBar::Kind::Done, tr("The ladder was written to %1.").arg(path)); });
    connect(m_journey, &JourneyController::topologyShown, this, [this] {
        if (m_desk->arrangement() != Layout::Topology)
            m_commands[Command::ShowTopology].setChecked(true);
    });
    connect(m_prediction, &PredictController::shown, m_journey, &JourneyController::leaveTopology);
}

void MainWindow::showJourney()
{
    m_commands[Command::ShowJourney].setChecked(true);
    m_journey->panel().setFocus();
}

} // namespace vethscope
