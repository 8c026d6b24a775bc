#include "ui/mainwindow.h"

#include "ui/capture/autoscroll.h"
#include "ui/capture/capturecontroller.h"
#include "ui/desk/desk.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/filters/filterbar.h"
#include "ui/findings/findingscontroller.h"
#include "ui/help/fieldreference.h"
#include "ui/help/helpwindow.h"
#include "ui/hostfacts/importprogress.h"
#include "ui/hostfacts/importreportpanel.h"
#include "ui/journey/journeycontroller.h"
#include "ui/menus.h"
#include "ui/names/nameresolution.h"
#include "ui/packets/amender.h"
#include "ui/packets/commentdialog.h"
#include "ui/packets/packetwindows.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/panels/statuspanel.h"
#include "ui/panels/toolbar.h"
#include "ui/panels/welcomepage.h"
#include "ui/predict/comparisonpanel.h"
#include "ui/predict/predictcontroller.h"
#include "ui/predict/predictpanel.h"
#include "ui/session/sessioncontroller.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/preferences.h"
#include "ui/shared/screenroom.h"
#include "ui/topology/topologypanel.h"
#include "ui/why/whypanel.h"
#include "ui/windows/companionwindows.h"

#include <QBoxLayout>
#include <QCloseEvent>

namespace vethscope {

MainWindow::MainWindow(Theme &theme, Language &language, Preferences &preferences)
    : m_theme(theme), m_language(language), m_preferences(preferences), m_selection(m_capture), m_marks(m_capture), m_references(m_capture), m_ignored(m_capture),
      m_model(m_capture), m_explanations(m_capture, m_selection, m_snapshots), m_unsaved(preferences.isKept() ? UnsavedCaptures::standardFolder() : QString())
{
    setAcceptDrops(true);
    buildPanels();
    connectCapture();
    connectLive();
    connectMarks();
    connectPackets();
    connectFile();
    connectSnapshots();
    connectNames();
    connectSession();
    connectWhy();
    connectLook();
    connectGo();
    connectWindows();
    connectPrediction();
    connectComparison();
    connectJourney();
    connectRows();
    connectFindings();
    connectDissections();
    connectFileSets();
    connectProfiles();
    restore();
    showCapture();
    showZoom();
    tellProblemsOfSettings();
}

MainWindow::~MainWindow()
{
    m_capture.close(); // while the panels still listen: they hold views of its bytes
}

void MainWindow::buildPanels()
{
    addWindows();
    m_commands[Command::LayoutBrowse].setChecked(true);
    m_commands[Command::ShowBoth].setChecked(true);
    m_commands[Command::AutoScroll].setChecked(true);
    m_toolBar = new ToolBar(m_commands, this);
    m_messages = new MessageBar(this);
    m_welcome = new WelcomePage(m_preferences, this);
    m_workspace = new Workspace(m_capture, m_model, m_selection, m_explanations, m_commands, m_preferences, this);
    m_status = new StatusPanel(m_capture, m_model, m_selection, this);
    m_topology = new TopologyPanel(m_snapshots, this);
    m_report = new ImportReportPanel(m_snapshots, this);
    m_evidence = new EvidencePanel(m_snapshots, this);
    m_why = new WhyPanel(m_explanations, m_selection, this);
    m_desk = new Desk(*m_welcome, *m_workspace, *m_topology, *m_report, m_commands, m_preferences, this);
    m_desk->addDock("whyDock", *m_why, Qt::RightDockWidgetArea, Command::ShowWhy, 380);
    m_desk->addDock("hostOutputDock", *m_evidence, Qt::BottomDockWidgetArea, Command::ShowHostOutput, 240);
    m_prediction = new PredictController(m_snapshots, m_commands, *m_topology, *this);
    m_comparison = new ComparisonPanel(m_explanations, m_selection, this);
    m_desk->addDock("predictDock", m_prediction->panel(), Qt::RightDockWidgetArea, Command::ShowPrediction, 540);
    m_desk->addDock("comparisonDock", *m_comparison, Qt::RightDockWidgetArea, Command::ShowComparison, 500);
    addJourney();
    addFindings();

    auto *central = new QWidget(this);
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolBar);
    column->addWidget(m_messages);
    column->addWidget(new ImportProgress(m_snapshots, this));
    column->addWidget(m_desk, 1);
    column->addWidget(m_status);
    setCentralWidget(central);

    auto *menus = new Menus(m_commands, m_preferences, this);
    setMenuBar(menus);
    connect(menus, &Menus::openRequested, this, &MainWindow::open);
}

void MainWindow::showList()
{
    if (m_desk->arrangement() == Layout::Topology)
        setLayout(Layout::Browse);
}

void MainWindow::restore()
{
    useKeptDecoding();
    showLook();
    resize(QSize(1280, 820).boundedTo(screenRoom(*this).size()));
    restoreGeometry(m_preferences.value(preference::geometry).toByteArray());
}

void MainWindow::applyFilter(const QString &expression)
{
    m_workspace->filterBar().setExpression(expression);
    m_workspace->filterBar().apply();
}

void MainWindow::selectPacket(int number)
{
    m_workspace->list().moveToPacket(number - 1);
}

void MainWindow::selectWhenSettled(int number)
{
    if (m_session->isPending())
        m_session->selectLater(number);
    else
        m_workspace->list().awaitPacket(number - 1);
}

void MainWindow::setLayout(Layout layout)
{
    m_commands[layout == Layout::Browse ? Command::LayoutBrowse : layout == Layout::Compare ? Command::LayoutCompare : Command::LayoutTopology].trigger();
}

bool MainWindow::isSettled() const
{
    if (m_amender->isWaiting() || m_controller->isRunning() || m_snapshots.isBusy() || m_names->isBusy() || m_explanations.isBusy() || m_session->isPending() || m_prediction->predictions().isBusy() || (m_capture.isComplete() && m_journey->isBusy()) || m_findings->diagnoser().isBusy())
        return false;
    if (!m_capture.isOpen())
        return true;
    const bool complete = !m_model.filter().empty() || std::size_t(m_model.rowCount()) == m_capture.store().size();
    return m_capture.isComplete() && m_capture.areFlowsComplete() && !m_model.isScanning() && !m_model.isBehind() && complete && !m_workspace->list().isAwaiting();
}

void MainWindow::commentPackets()
{
    const std::vector<int> rows = m_workspace->list().selectedPackets();
    if (rows.empty())
        return;
    const std::string comment(m_capture.store().ownFrame(std::size_t(rows.front())).comment);
    CommentDialog dialog(rows.size() == 1 ? tr("Comment on Packet %1").arg(rows.front() + 1) : tr("Comment on %1 Packets").arg(rows.size()),
                         QString::fromStdString(comment), this);
    if (dialog.exec() == QDialog::Accepted)
        m_capture.setComment(rows, dialog.comment());
}

void MainWindow::help(Command command)
{
    HelpWindow *window = nullptr;
    switch (command) {
    case Command::FieldReference: {
        auto *fields = new FieldReference(m_capture.registry(), this);
        connect(fields, &FieldReference::filterRequested, this, [this](const QString &name) {
            showList();
            m_workspace->filterBar().startTyping(name);
            activateWindow();
        });
        return fields->show();
    }
    case Command::Manual:
        window = new HelpWindow([this] { return HelpWindow::manual(m_language.code()); }, {840, 760}, this);
        connect(window, &HelpWindow::linkActivated, this, [this] { help(Command::FieldReference); });
        break;
    case Command::Shortcuts:
        window = new HelpWindow([this] { return HelpWindow::shortcuts(m_commands); }, {560, 720}, this);
        break;
    default:
        window = new HelpWindow(&HelpWindow::about, {480, 280}, this);
    }
    window->show();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_toolBar)
        showTitle();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_controller->mayLetGo()) {
        event->ignore();
        return;
    }
    m_preferences.setValue(preference::geometry, saveGeometry());
    m_preferences.setValue(preference::theme, int(m_theme.mode()));
    m_preferences.setValue(preference::zoom, m_theme.zoom());
    m_preferences.setValue(preference::language, m_language.code());
    m_workspace->saveState(m_preferences);
    m_desk->saveDocks(m_preferences);
    m_windows->closeAll();
    m_packetWindows->closeAll();
    event->accept();
}

} // namespace vethscope
