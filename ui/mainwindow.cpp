#include "ui/mainwindow.h"

#include "core/protocols/suggestedrule.h"
#include "core/topology/packetaddresses.h"
#include "ui/capture/autoscroll.h"
#include "ui/capture/capturecontroller.h"
#include "ui/commentdialog.h"
#include "ui/decodeasdialog.h"
#include "ui/desk.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/findings/findingscontroller.h"
#include "ui/help/fieldreference.h"
#include "ui/helpwindow.h"
#include "ui/hostfacts/importprogress.h"
#include "ui/hostfacts/importreportpanel.h"
#include "ui/hostfacts/snapshotcontroller.h"
#include "ui/journey/journeycontroller.h"
#include "ui/language.h"
#include "ui/menus.h"
#include "ui/packets/amender.h"
#include "ui/packets/packetwindows.h"
#include "ui/panels/filterbar.h"
#include "ui/panels/messagebar.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/panels/statuspanel.h"
#include "ui/panels/toolbar.h"
#include "ui/panels/welcomepage.h"
#include "ui/predict/comparisonpanel.h"
#include "ui/predict/predictcontroller.h"
#include "ui/predict/predictpanel.h"
#include "ui/preferences.h"
#include "ui/samples.h"
#include "ui/saving/capturesaver.h"
#include "ui/session/sessioncontroller.h"
#include "ui/topology/topologypanel.h"
#include "ui/why/whypanel.h"
#include "ui/windows/companionwindows.h"

#include <QBoxLayout>
#include <QCloseEvent>

#include <algorithm>

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

void MainWindow::showPacketOnTopology()
{
    m_topology->setPacket(m_selection.isEmpty() ? std::nullopt : std::optional(addressesOf(m_selection.packet().frame, m_selection.packet().packet)));
}

void MainWindow::showList()
{
    if (m_desk->arrangement() == Layout::Topology)
        setLayout(Layout::Browse);
}

void MainWindow::filterFromTopology(const QString &expression)
{
    if (!m_capture.isOpen())
        return;
    showList();
    applyFilter(expression);
}

void MainWindow::restore()
{
    useKeptDecoding();
    m_commands[m_theme.mode() == Theme::Mode::Dark    ? Command::ThemeDark
               : m_theme.mode() == Theme::Mode::Light ? Command::ThemeLight
                                                      : Command::ThemeSystem].setChecked(true);
    m_commands[m_language.code() == QLatin1String("zh_CN") ? Command::Chinese : Command::English].setChecked(true);
    resize(1280, 820);
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

void MainWindow::predict(const QString &from, const QString &to)
{
    m_prediction->predict(from, to);
}

void MainWindow::setLayout(Layout layout)
{
    m_commands[layout == Layout::Browse ? Command::LayoutBrowse : layout == Layout::Compare ? Command::LayoutCompare : Command::LayoutTopology].trigger();
}

bool MainWindow::isSettled() const
{
    if (m_amender->isWaiting() || m_controller->isRunning() || m_snapshots.isBusy() || m_explanations.isBusy() || m_session->isPending() || m_prediction->predictions().isBusy() || (m_capture.isComplete() && m_journey->isBusy()) || m_findings->diagnoser().isBusy())
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

void MainWindow::decodeAs()
{
    std::optional<DecodeRule> suggestion;
    if (!m_selection.isEmpty()) {
        const int node = m_selection.node();
        const int layer = node >= 0 ? m_selection.tree()[std::size_t(node)].layer : -1;
        suggestion = suggestedRule(m_selection.packet().frame, m_selection.packet().packet, layer);
    }
    DecodeAsDialog dialog(m_capture.registry(), m_capture.decodeRules(), suggestion, this);
    if (dialog.exec() == QDialog::Accepted)
        useDecodeRules(dialog.rules());
}

void MainWindow::useDecodeRules(const std::vector<DecodeRule> &rules)
{
    m_capture.setDecodeRules(rules);
    QStringList texts;
    for (const DecodeRule &rule : m_capture.decodeRules())
        texts << QString::fromStdString(textOf(rule));
    m_preferences.setValue(preference::decodeAs, texts);
}

void MainWindow::showCapture()
{
    const bool isOpen = m_capture.isOpen();
    m_messages->hide();
    m_desk->setCaptureOpen(isOpen);
    m_topology->setHasPackets(isOpen);
    if (!isOpen && m_desk->arrangement() != Layout::Topology)
        m_welcome->setFocus();
    showTitle();
    showLive();
    for (QAction *action : m_commands.in(CommandGroup::Dissections))
        action->setEnabled(isOpen);
    for (const Command command : {Command::CloseFile, Command::Merge, Command::Print, Command::ExportPackets, Command::ExportBytes, Command::Copy, Command::Find, Command::FindNext, Command::FindPrevious, Command::FocusFilter,
                                  Command::ClearFilter, Command::ApplyAsColumn})
        m_commands[command].setEnabled(isOpen);
    for (const CommandGroup group : {CommandGroup::Go, CommandGroup::Mark, CommandGroup::Ignore, CommandGroup::Reference, CommandGroup::ConversationColours, CommandGroup::PacketWindow})
        for (QAction *action : m_commands.in(group))
            action->setEnabled(isOpen);
}

void MainWindow::showTitle()
{
    const QString name = m_session ? m_session->titled(m_capture.displayName()) : m_capture.displayName();
    setWindowTitle(name.isEmpty()             ? QStringLiteral("Vethscope")
                   : m_capture.isFollowing() ? tr("%1 (capturing) — Vethscope").arg(name)
                   : m_saver->isUnsaved()    ? tr("%1 (not saved) — Vethscope").arg(name)
                                              : tr("%1 — Vethscope").arg(name));
}

// Which of the capture's commands make sense now: of those that share keys, one at most is enabled.
void MainWindow::showLive()
{
    const bool running = m_controller->isRunning();
    const bool isOpen = m_capture.isOpen();
    for (const Command command : {Command::CaptureOptions, Command::StartCapture})
        m_commands[command].setEnabled(!running);
    for (const Command command : {Command::StopCapture, Command::RestartCapture})
        m_commands[command].setEnabled(running);
    m_commands[Command::Reload].setEnabled(isOpen && !running);
    m_commands[Command::Save].setEnabled(isOpen && !running && m_saver->isUnsaved());
    m_commands[Command::SaveAs].setEnabled(isOpen && !running);
    for (const Command command : {Command::SaveSession, Command::SaveSessionAs})
        m_commands[command].setEnabled((isOpen || !m_snapshots.loaded().empty()) && !running);
    m_toolBar->setCapturing(running);
    m_autoScroll->setLive(running);
    showTitle();
}

void MainWindow::showZoom()
{
    m_toolBar->setZoom(m_theme.zoom());
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
        window = new HelpWindow([this] { return HelpWindow::manual(m_language.code()); }, {820, 760}, this);
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
