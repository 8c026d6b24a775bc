#include "ui/mainwindow.h"

#include "ui/capture/autoscroll.h"
#include "core/session/sessionreader.h"
#include "ui/capture/capturecontroller.h"
#include "ui/commentdialog.h"
#include "ui/decodeasdialog.h"
#include "ui/desk.h"
#include "ui/helpwindow.h"
#include "ui/hostfacts/dropped.h"
#include "ui/hostfacts/importprogress.h"
#include "ui/hostfacts/importreportpanel.h"
#include "ui/hostfacts/snapshotcontroller.h"
#include "ui/language.h"
#include "ui/markcommands.h"
#include "ui/menus.h"
#include "ui/panels/filterbar.h"
#include "ui/panels/gotobar.h"
#include "ui/panels/messagebar.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/panels/statuspanel.h"
#include "ui/panels/toolbar.h"
#include "ui/panels/welcomepage.h"
#include "ui/preferences.h"
#include "ui/samples.h"
#include "ui/saving/capturesaver.h"
#include "ui/saving/exportdialog.h"
#include "ui/session/sessioncontroller.h"
#include "ui/topology/packetaddresses.h"
#include "ui/topology/topologypanel.h"
#include "ui/windowinput.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>

#include <algorithm>

namespace vethscope {
namespace {

constexpr int zoomStep = 10;
constexpr qsizetype mostRemembered = 4; // a folder full of files would drive everything else out

bool isSessionFile(const QString &path)
{
    return isSession(path.toStdString());
}

} // namespace

MainWindow::MainWindow(Theme &theme, Language &language, Preferences &preferences)
    : m_theme(theme), m_language(language), m_preferences(preferences), m_selection(m_capture), m_marks(m_capture),
      m_model(m_capture), m_unsaved(preferences.isKept() ? UnsavedCaptures::standardFolder() : QString())
{
    setAcceptDrops(true);
    buildPanels();
    connectCapture();
    connectLive();
    connectMarks();
    connectFile();
    connectSnapshots();
    connectNames();
    connectSession();
    connectLook();
    connectGo();
    restore();
    showCapture();
    showZoom();
}

MainWindow::~MainWindow()
{
    m_capture.close(); // while the panels still listen: they hold views of its bytes
}

void MainWindow::buildPanels()
{
    m_commands[Command::LayoutBrowse].setChecked(true);
    m_commands[Command::ShowBoth].setChecked(true);
    m_commands[Command::AutoScroll].setChecked(true);
    m_toolBar = new ToolBar(m_commands, this);
    m_messages = new MessageBar(this);
    m_welcome = new WelcomePage(m_preferences, this);
    m_workspace = new Workspace(m_capture, m_model, m_selection, m_commands, m_preferences, this);
    m_status = new StatusPanel(m_capture, m_model, m_selection, this);
    m_topology = new TopologyPanel(m_snapshots, this);
    m_report = new ImportReportPanel(m_snapshots, this);
    m_desk = new Desk(*m_welcome, *m_workspace, *m_topology, *m_report, m_commands, m_preferences, this);

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

void MainWindow::connectCapture()
{
    connect(&m_capture, &OpenCapture::changed, this, &MainWindow::showCapture);
    connect(&m_capture, &OpenCapture::failed, this,
            [this](const QString &message) { m_messages->tell(MessageBar::Kind::Error, message); });
    connect(&m_capture, &OpenCapture::finished, this, [this](const QStringList &problems) {
        if (!problems.isEmpty())
            m_messages->tell(MessageBar::Kind::Warning, problems.join(QLatin1Char('\n')));
    });
    connect(&m_capture, &OpenCapture::troubled, this,
            [this](const QStringList &problems) { m_messages->tell(MessageBar::Kind::Warning, problems.join(QLatin1Char('\n'))); });
    connect(&m_model, &PacketListModel::scanProgressed, this, [this] {
        if (const std::uint64_t packets = m_model.isScanning() ? 0 : m_model.givenUp())
            m_messages->tell(MessageBar::Kind::Warning,
                             tr("Packets in which a regular expression of the filter took too many steps and was given up: %1. They count as not matching.")
                                 .arg(packets));
    });
    FilterBar &filter = m_workspace->filterBar();
    connect(&filter, &FilterBar::applied, &m_model, &PacketListModel::setFilter);
    connect(&filter, &FilterBar::problemChanged, m_status, &StatusPanel::setProblem);
    connect(m_status, &StatusPanel::filterCancelled, &m_model, &PacketListModel::stopFilter);
    auto *input = new WindowInput(*this);
    connect(input, &WindowInput::typed, this, [this, &filter](const QString &text) {
        if (m_desk->arrangement() == Layout::Topology)
            m_topology->startSearch(text);
        else if (m_capture.isOpen())
            filter.startTyping(text);
    });
    connect(input, &WindowInput::zoomed, this, [this](int steps) { m_theme.setZoom(m_theme.zoom() + steps * zoomStep); });
}

void MainWindow::connectLive()
{
    m_saver = new CaptureSaver(m_capture, m_unsaved, *this);
    m_controller = new CaptureController(m_capture, m_unsaved, *m_saver, *m_messages, m_preferences, *this);
    m_autoScroll = new AutoScroll(m_workspace->list().view(), m_commands[Command::AutoScroll], this);
    const auto act = [this](Command command, auto action) { connect(&m_commands[command], &QAction::triggered, this, action); };
    act(Command::CaptureOptions, [this] { m_controller->ask(); });
    act(Command::StartCapture, [this] { m_controller->startAgain(); });
    act(Command::StopCapture, [this] { m_controller->stop(); });
    act(Command::RestartCapture, [this] { m_controller->restart(); });
    act(Command::Save, [this] { m_saver->save(); });
    act(Command::SaveAs, [this] { m_saver->saveAs(); });
    act(Command::ExportPackets, &MainWindow::exportPackets);
    connect(m_welcome, &WelcomePage::captureRequested, &m_commands[Command::CaptureOptions], &QAction::trigger);
    connect(m_controller, &CaptureController::runningChanged, this, &MainWindow::showLive);
    connect(m_controller, &CaptureController::droppedChanged, this, [this] { m_status->setDropped(m_controller->dropped()); });
    connect(m_saver, &CaptureSaver::failed, this, [this](const QString &message) { m_messages->tell(MessageBar::Kind::Error, message); });
    connect(m_saver, &CaptureSaver::saved, this, [this](const QString &path) {
        m_preferences.remember(preference::recentFiles, QFileInfo(path).absoluteFilePath());
        showLive();
    });
    connect(m_saver, &CaptureSaver::exported, this, [this](std::size_t packets, const QString &path) {
        m_messages->tell(MessageBar::Kind::Done, tr("%1 packets were written to %2.").arg(packets).arg(path));
    });
    showLive();
}

void MainWindow::connectMarks()
{
    m_model.setMarks(m_marks);
    new MarkCommands(m_commands, m_marks, m_model, m_workspace->list(), m_selection, this);
    connect(&m_marks, &Marks::changed, this, [this] { m_status->setMarked(m_marks.count()); });
}

void MainWindow::connectFile()
{
    connect(&m_capture, &OpenCapture::pathsChanged, this, &MainWindow::showTitle);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::open);
    connect(m_welcome, &WelcomePage::dialogRequested, this, &MainWindow::openWithDialog);
    connect(&m_commands[Command::Open], &QAction::triggered, this, &MainWindow::openWithDialog);
    connect(&m_commands[Command::Reload], &QAction::triggered, this, &MainWindow::reload);
    connect(&m_commands[Command::CloseFile], &QAction::triggered, this, [this] {
        if (m_controller->mayLetGo())
            m_capture.close();
    });
    connect(&m_commands[Command::DecodeAs], &QAction::triggered, this, &MainWindow::decodeAs);
    connect(&m_commands[Command::Quit], &QAction::triggered, this, &QWidget::close);
    connect(&m_commands[Command::Copy], &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(m_workspace->copyText()); });
    for (const Command command : {Command::Manual, Command::Shortcuts, Command::About})
        connect(&m_commands[command], &QAction::triggered, this, [this, command] { help(command); });
}

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
    connect(m_topology, &TopologyPanel::failed, this, [this](const QString &message) { m_messages->tell(MessageBar::Kind::Error, message); });
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
    QAction &show = m_commands[Command::ShowNames];
    show.setChecked(m_preferences.value(preference::showNames, true).toBool());
    m_capture.setNamesShown(show.isChecked());
    connect(&show, &QAction::toggled, this, [this](bool shown) {
        m_capture.setNamesShown(shown);
        m_preferences.setValue(preference::showNames, shown);
    });
    const auto take = [this, &show] {
        m_capture.setNames(m_snapshots.names(), m_snapshots.tunnelPorts());
        show.setEnabled(!m_capture.names().isEmpty());
    };
    connect(&m_snapshots, &Snapshots::changed, this, take);
    connect(&m_capture, &OpenCapture::changed, this, [this] {
        if (m_capture.isFollowing()) // on other machines than a sample's
            m_snapshots.readBundled({});
    });
    take();
}

void MainWindow::connectSession()
{
    m_session = new SessionController({m_capture, m_marks, m_selection, m_snapshots, m_commands, m_workspace->filterBar(), m_workspace->list(), m_preferences,
                                       &m_commands[Command::ShowNames]},
                                      *m_controller, m_unsaved, *m_messages, *this);
    m_controller->mayLetGoFirst = [this] { return m_session->mayLetGo(); };
    m_controller->isKeptElsewhere = [this](const QString &path) { return m_session->keeps(path); };
    connect(&m_commands[Command::OpenSession], &QAction::triggered, this, &MainWindow::openSessionWithDialog);
    connect(&m_commands[Command::SaveSession], &QAction::triggered, m_session, &SessionController::save);
    connect(&m_commands[Command::SaveSessionAs], &QAction::triggered, m_session, &SessionController::saveAs);
    connect(&m_commands[Command::CommentPacket], &QAction::triggered, this, &MainWindow::commentPackets);
    connect(m_session, &SessionController::changed, this, &MainWindow::showTitle);
    connect(&m_snapshots, &Snapshots::changed, this, &MainWindow::showLive);
}

void MainWindow::showPacketOnTopology()
{
    m_topology->setPacket(m_selection.isEmpty() ? std::nullopt : std::optional(addressesOf(m_selection.packet().frame, m_selection.packet().packet)));
}

void MainWindow::filterFromTopology(const QString &expression)
{
    if (!m_capture.isOpen())
        return;
    if (m_desk->arrangement() == Layout::Topology)
        setLayout(Layout::Browse);
    applyFilter(expression);
}

void MainWindow::connectLook()
{
    const auto choose = [this](Command command, auto action) {
        connect(&m_commands[command], &QAction::triggered, this, action);
    };
    choose(Command::LayoutBrowse, [this] { m_desk->arrange(Layout::Browse); });
    choose(Command::LayoutCompare, [this] { m_desk->arrange(Layout::Compare); });
    choose(Command::LayoutTopology, [this] { m_desk->arrange(Layout::Topology); });
    choose(Command::ShowBoth, [this] { m_model.setPerspective(Perspective::Both); });
    choose(Command::ShowUnderlay, [this] { m_model.setPerspective(Perspective::Underlay); });
    choose(Command::ShowOverlay, [this] { m_model.setPerspective(Perspective::Overlay); });
    choose(Command::ThemeSystem, [this] { m_theme.setMode(Theme::Mode::System); });
    choose(Command::ThemeLight, [this] { m_theme.setMode(Theme::Mode::Light); });
    choose(Command::ThemeDark, [this] { m_theme.setMode(Theme::Mode::Dark); });
    choose(Command::English, [this] { m_language.setCode(QStringLiteral("en")); });
    choose(Command::Chinese, [this] { m_language.setCode(QStringLiteral("zh_CN")); });
    choose(Command::ZoomIn, [this] { m_theme.setZoom(m_theme.zoom() + zoomStep); });
    choose(Command::ZoomOut, [this] { m_theme.setZoom(m_theme.zoom() - zoomStep); });
    choose(Command::ZoomNormal, [this] { m_theme.setZoom(100); });
    connect(&m_theme, &Theme::changed, this, &MainWindow::showZoom);
}

void MainWindow::connectGo()
{
    PacketListPanel &list = m_workspace->list();
    const auto go = [this](Command command, auto action) { connect(&m_commands[command], &QAction::triggered, this, action); };
    const auto showList = [this] {
        if (m_desk->arrangement() == Layout::Topology)
            setLayout(Layout::Browse);
    };
    go(Command::FocusFilter, [this, showList] {
        showList();
        m_workspace->filterBar().focusEdit();
    });
    go(Command::ClearFilter, [this] { m_workspace->filterBar().clear(); });
    go(Command::GoToPacket, [this, showList] {
        showList();
        m_workspace->goToBar().ask();
    });
    go(Command::NextPacket, [&list] { list.moveBy(1); });
    go(Command::PreviousPacket, [&list] { list.moveBy(-1); });
    go(Command::FirstPacket, [&list] { list.moveToFirst(); });
    go(Command::LastPacket, [&list] { list.moveToLast(); });
    connect(&m_workspace->goToBar(), &GoToBar::chosen, this, &MainWindow::selectPacket);
}

void MainWindow::restore()
{
    std::vector<DecodeRule> rules;
    for (const QString &text : m_preferences.list(preference::decodeAs))
        if (const auto rule = parseDecodeRule(text.toStdString(), m_capture.registry()))
            rules.push_back(*rule);
    m_capture.setDecodeRules(rules);
    m_commands[m_theme.mode() == Theme::Mode::Dark    ? Command::ThemeDark
               : m_theme.mode() == Theme::Mode::Light ? Command::ThemeLight
                                                      : Command::ThemeSystem].setChecked(true);
    m_commands[m_language.code() == QLatin1String("zh_CN") ? Command::Chinese : Command::English].setChecked(true);
    resize(1280, 820);
    restoreGeometry(m_preferences.value(preference::geometry).toByteArray());
}

void MainWindow::open(const QStringList &paths)
{
    if (const auto session = std::ranges::find_if(paths, isSessionFile); session != paths.end()) {
        QStringList others = paths;
        others.removeOne(*session);
        return openSession(*session, others);
    }
    if (paths.isEmpty() || !m_controller->mayLetGo() || !m_capture.open(paths))
        return;
    m_status->setDropped(std::nullopt);
    m_snapshots.readBundled(hostsOfSample(paths));
    if (paths.size() <= mostRemembered)
        for (const QString &path : paths)
            m_preferences.remember(preference::recentFiles, QFileInfo(path).absoluteFilePath());
    m_workspace->list().setFocus();
}

void MainWindow::openSession(const QString &path, const QStringList &leftOut)
{
    if (m_controller->mayLetGo() && m_session->open(path, leftOut))
        m_status->setDropped(std::nullopt);
}

void MainWindow::importSnapshots(const QStringList &paths)
{
    m_snapshotController->read(paths);
}

void MainWindow::startCapture(const CaptureSetup &setup)
{
    m_controller->start(setup);
}

void MainWindow::askForCapture(const QStringList &interfaces)
{
    m_controller->ask(interfaces);
}

void MainWindow::offerLeftovers()
{
    m_controller->offerLeftovers();
}

void MainWindow::exportPackets()
{
    const QFileInfo first(m_capture.paths().front());
    const QString folder = m_saver->isUnsaved() ? QDir::homePath() : first.path();
    ExportDialog dialog(PacketChoice(m_capture, m_model, m_marks, m_workspace->list().selectedPackets()),
                        QDir(folder).filePath(first.completeBaseName() + QStringLiteral("-part.pcapng")), this);
    if (dialog.exec() == QDialog::Accepted)
        m_saver->exportPackets(dialog.rows(), dialog.path());
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
    if (m_controller->isRunning() || m_snapshots.isBusy() || m_session->isPending())
        return false;
    if (!m_capture.isOpen())
        return true;
    const bool complete = !m_model.filter().empty() || std::size_t(m_model.rowCount()) == m_capture.store().size();
    return m_capture.isComplete() && !m_model.isScanning() && !m_model.isBehind() && complete && !m_workspace->list().isAwaiting();
}

void MainWindow::openWithDialog()
{
    const QString folder = m_capture.isOpen() ? QFileInfo(m_capture.paths().front()).path() : QString();
    open(QFileDialog::getOpenFileNames(this, tr("Open Captures"), folder,
                                       tr("Captures and sessions (*.pcap *.pcapng *.cap *.dmp *.vethscope)") + QStringLiteral(";;") + tr("All files (*)")));
}

void MainWindow::openSessionWithDialog()
{
    const QString folder = QFileInfo(m_session->isOpen() ? m_session->path() : m_capture.paths().value(0)).path();
    const QString path = QFileDialog::getOpenFileName(this, tr("Open Session"), folder,
                                                      tr("Sessions (*.vethscope)") + QStringLiteral(";;") + tr("All files (*)"));
    if (!path.isEmpty())
        openSession(path, {});
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

void MainWindow::reload()
{
    const int row = m_selection.row();
    open(m_session->isOpen() ? QStringList(m_session->path()) : m_capture.paths());
    if (row >= 0)
        selectWhenSettled(row + 1);
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
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_capture.setDecodeRules(dialog.rules());
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
    for (const Command command : {Command::CloseFile, Command::ExportPackets, Command::Copy, Command::FocusFilter, Command::ClearFilter})
        m_commands[command].setEnabled(isOpen);
    for (const CommandGroup group : {CommandGroup::Go, CommandGroup::Mark})
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
    case Command::Manual:
        window = new HelpWindow([this] { return HelpWindow::manual(m_language.code()); }, {820, 760}, this);
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
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    const Dropped dropped = toldApart(localFiles(*event->mimeData()));
    open(dropped.captures);
    importSnapshots(dropped.snapshots);
}

} // namespace vethscope
