#include "ui/mainwindow.h"

#include "ui/desk/desk.h"
#include "ui/filters/filterbar.h"
#include "ui/findings/findingsbadge.h"
#include "ui/findings/findingscontroller.h"
#include "ui/findings/findingspanel.h"
#include "ui/journey/journeycontroller.h"
#include "ui/panels/statuspanel.h"
#include "ui/shared/messagebar.h"
#include "ui/topology/topologypanel.h"

// How findings are wired to the window.

namespace vethscope {

void MainWindow::addFindings()
{
    m_findings = new FindingsController(m_capture, m_snapshots, m_journey->follower(), m_commands, *this);
    m_desk->addDock("findingsDock", m_findings->panel(), Qt::RightDockWidgetArea, Command::ShowFindings, 430);
    m_status->addBadge(m_findings->badge());
}

void MainWindow::connectFindings()
{
    connect(m_findings, &FindingsController::evidenceRequested, this, &MainWindow::showEvidence);
    connect(m_findings, &FindingsController::placesRequested, this, &MainWindow::showPlaces);
    connect(m_findings, &FindingsController::frameRequested, this, &MainWindow::selectCited);
    connect(m_findings, &FindingsController::failed, this, [this](const QString &message) { m_messages->tell(MessageBar::Kind::Error, message); });
    connect(m_findings, &FindingsController::copied, this, [this] { m_messages->tell(MessageBar::Kind::Done, tr("The report was copied.")); });
    connect(m_findings, &FindingsController::saved, this, [this](const QString &path, std::size_t drawings) {
        m_messages->tell(MessageBar::Kind::Done, tr("The report was written to %1, drawings beside it: %2.").arg(path).arg(drawings));
    });
}

// A filter that hides it is said, not changed.
void MainWindow::selectCited(int row)
{
    showList();
    m_selection.setRow(row);
    if (m_model.rowOf(row) < 0)
        m_messages->tell(MessageBar::Kind::Warning, tr("The display filter hides packet %1.").arg(row + 1), {{tr("Clear the Filter"), [this] { m_workspace->filterBar().clear(); }}});
}

// Where the topology is not to be seen it opens beside the rest.
void MainWindow::showPlaces(const std::vector<TopologyPlace> &places)
{
    if (m_desk->arrangement() != Layout::Topology)
        m_commands[Command::ShowTopology].setChecked(true);
    m_topology->showPlaces(places);
}

void MainWindow::showFindings()
{
    m_commands[Command::ShowFindings].setChecked(true);
    m_findings->panel().setFocus();
}

} // namespace vethscope
