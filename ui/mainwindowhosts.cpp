#include "ui/mainwindow.h"

#include "core/topology/packetaddresses.h"
#include "ui/desk/desk.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/filters/filterbar.h"
#include "ui/hostfacts/importreportpanel.h"
#include "ui/hostfacts/snapshotcontroller.h"
#include "ui/names/nameresolution.h"
#include "ui/panels/comparepanel.h"
#include "ui/panels/detailpanel.h"
#include "ui/predict/comparisonpanel.h"
#include "ui/predict/predictcontroller.h"
#include "ui/predict/predictpanel.h"
#include "ui/shared/messagebar.h"
#include "ui/topology/topologypanel.h"
#include "ui/why/whypanel.h"

#include <QMenu>

// What of the window comes from host snapshots: topology, names, why, predictions.

namespace vethscope {

void MainWindow::connectSnapshots()
{
    m_snapshotController = new SnapshotController(m_snapshots, m_commands, *m_messages, m_preferences, *this,
                                                [this] { return m_desk->arrangement() == Layout::Topology; });
    const auto showTopology = [this] { setLayout(Layout::Topology); };
    connect(m_snapshotController, &SnapshotController::topologyRequested, this, showTopology);
    connect(m_snapshotController, &SnapshotController::reportRequested, m_desk, &Desk::showReport);
    connect(m_snapshotController, &SnapshotController::imported, this, [this, showTopology] {
        if (!m_capture.isOpen()) // there is nothing else to look at
            showTopology();
    });
    connect(m_topology, &TopologyPanel::pasteRequested, m_snapshotController, &SnapshotController::paste);
    connect(m_topology, &TopologyPanel::importRequested, m_snapshotController, &SnapshotController::importFiles);
    connect(m_topology, &TopologyPanel::importFolderRequested, m_snapshotController, &SnapshotController::importFolder);
    connect(m_topology, &TopologyPanel::reportRequested, m_desk, &Desk::showReport);
    connect(m_topology, &TopologyPanel::filterRequested, this, &MainWindow::filterFromTopology);
    connect(m_topology, &TopologyPanel::failed, this, &MainWindow::tellError);
    connect(m_topology, &TopologyPanel::exported, this,
            [this](const QString &path) { m_messages->tell(MessageBar::Kind::Done, tr("The topology was written to %1.").arg(path)); });
    connect(&m_commands[Command::ExportTopology], &QAction::triggered, m_topology, &TopologyPanel::exportFigure);
    const auto enable = [this] { m_commands[Command::ExportTopology].setEnabled(m_snapshots.cluster() != nullptr); };
    connect(&m_snapshots, &Snapshots::changed, this, enable);
    connect(&m_selection, &Selection::packetChanged, this, &MainWindow::showPacketOnTopology);
    enable();
}

void MainWindow::connectNames()
{
    m_names = new NameResolution(m_capture, m_commands, m_preferences, this);
    const auto take = [this] {
        m_capture.setNames(m_snapshots.names(), m_snapshots.tunnelPorts());
        m_workspace->filterBar().setHostsKnown(m_snapshots.cluster() != nullptr);
    };
    connect(&m_snapshots, &Snapshots::changed, this, take);
    connect(&m_capture, &OpenCapture::changed, this, [this] {
        if (m_capture.isFollowing()) // on other machines than a sample's
            m_snapshots.readBundled({});
    });
    take();
}

void MainWindow::showPacketOnTopology()
{
    m_topology->setPacket(m_selection.isEmpty() ? std::nullopt : std::optional(addressesOf(m_selection.packet().frame, m_selection.packet().packet)));
}

void MainWindow::filterFromTopology(const QString &expression)
{
    if (!m_capture.isOpen())
        return;
    showList();
    applyFilter(expression);
}

void MainWindow::connectWhy()
{
    connect(m_why, &WhyPanel::evidenceRequested, this, &MainWindow::showEvidence);
    connect(m_topology, &TopologyPanel::evidenceRequested, this, &MainWindow::showEvidence);
    connect(m_report, &ImportReportPanel::evidenceRequested, this, &MainWindow::showEvidence);
    connect(m_why, &WhyPanel::deviceChosen, this, [this](const std::string &node, const std::string &pod, const std::string &interface) { showPlaces({{node, pod, interface}}); });
    connect(&m_workspace->compare(), &ComparePanel::whyRequested, this, &MainWindow::showWhy);
    connect(&m_workspace->details(), &DetailPanel::contextMenuAboutToShow, this, [this](QMenu *menu, int node) {
        menu->addSeparator();
        QAction *const action = menu->addAction(tr("Why is this here?"), this, [this, node] {
            m_selection.setNode(node);
            showWhy();
        });
        action->setEnabled(m_explanations.fieldAt(node) != nullptr);
    });
}

void MainWindow::showEvidence(const Evidence &evidence)
{
    m_commands[Command::ShowHostOutput].setChecked(true);
    m_evidence->showEvidence(evidence);
}

void MainWindow::showWhy()
{
    m_commands[Command::ShowWhy].setChecked(true);
    m_why->setFocus();
}

void MainWindow::connectPrediction()
{
    connect(m_prediction, &PredictController::shown, this, [this] {
        if (m_desk->arrangement() != Layout::Topology && !m_commands[Command::ShowTopology].isChecked())
            setLayout(Layout::Topology);
        m_prediction->panel().setFocus();
    });
    connect(m_prediction, &PredictController::failed, this, &MainWindow::tellError);
    connect(m_prediction, &PredictController::evidenceRequested, this, &MainWindow::showEvidence);
}

void MainWindow::connectComparison()
{
    connect(m_comparison, &ComparisonPanel::evidenceRequested, this, &MainWindow::showEvidence);
    connect(&m_commands[Command::ShowComparison], &QAction::toggled, this, [this](bool shown) {
        if (!shown)
            return;
        showList(); // what is compared is a packet
        m_comparison->setFocus();
    });
}

void MainWindow::predict(const QString &from, const QString &to)
{
    m_prediction->predict(from, to);
}

} // namespace vethscope
