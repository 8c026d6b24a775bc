#include "ui/mainwindow.h"

#include "ui/capture/autoscroll.h"
#include "ui/capture/capturecontroller.h"
#include "ui/desk/desk.h"
#include "ui/filters/filterbar.h"
#include "ui/find/findbar.h"
#include "ui/packets/markcommands.h"
#include "ui/panels/gotobar.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/panels/statuspanel.h"
#include "ui/panels/welcomepage.h"
#include "ui/saving/capturesaver.h"
#include "ui/session/sessioncontroller.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/preferences.h"
#include "ui/topology/topologypanel.h"
#include "ui/windowinput.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>

// What of the window is wired to what.

namespace vethscope {
namespace {

constexpr int zoomStep = 10;

} // namespace

void MainWindow::connectCapture()
{
    connect(&m_capture, &OpenCapture::changed, this, &MainWindow::showCapture);
    connect(&m_capture, &OpenCapture::failed, this, &MainWindow::tellError);
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
    connect(&filter, &FilterBar::doubtChanged, m_status, &StatusPanel::setDoubt);
    connect(m_status, &StatusPanel::filterCancelled, &m_model, [this] { m_model.isSorting() ? m_model.stopSorting() : m_model.stopFilter(); });
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
    connect(m_saver, &CaptureSaver::failed, this, &MainWindow::tellError);
    connect(m_saver, &CaptureSaver::saved, this, [this](const QString &path) {
        m_preferences.remember(preference::recentFiles, QFileInfo(path).absoluteFilePath());
        showLive();
    });
    connect(m_saver, &CaptureSaver::exported, this, &MainWindow::tellWritten);
    showLive();
}

void MainWindow::connectMarks()
{
    m_model.setMarks(m_marks);
    connectMarkCommands(m_commands, {Command::ToggleMark, Command::UnmarkAll, Command::MarkDisplayed, Command::NextMark, Command::PreviousMark}, m_marks, m_model,
                        m_workspace->list(), m_selection);
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
    for (const Command command : {Command::Manual, Command::FieldReference, Command::Shortcuts, Command::About})
        connect(&m_commands[command], &QAction::triggered, this, [this, command] { help(command); });
}

void MainWindow::connectSession()
{
    m_session = new SessionController({m_capture, m_marks, m_ignored, *m_amender, m_selection, m_snapshots, m_commands, *m_workspace, m_preferences},
                                      *m_controller, m_unsaved, *m_messages, *this);
    m_controller->mayLetGoFirst = [this] { return m_session->mayLetGo(); };
    m_controller->isKeptElsewhere = [this](const QString &path) { return m_session->keeps(path); };
    connect(&m_commands[Command::OpenSession], &QAction::triggered, this, &MainWindow::openSessionWithDialog);
    connect(&m_commands[Command::SaveSession], &QAction::triggered, m_session, &SessionController::save);
    connect(&m_commands[Command::SaveSessionAs], &QAction::triggered, m_session, &SessionController::saveAs);
    connect(&m_commands[Command::CommentPacket], &QAction::triggered, this, &MainWindow::commentPackets);
    connect(m_saver, &CaptureSaver::saved, m_session, &SessionController::noteSaved);
    connect(m_session, &SessionController::changed, this, &MainWindow::showTitle);
    connect(&m_snapshots, &Snapshots::changed, this, &MainWindow::showLive);
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
    go(Command::FocusFilter, [this] {
        showList();
        m_workspace->filterBar().focusEdit();
    });
    go(Command::ClearFilter, [this] { m_workspace->filterBar().clear(); });
    go(Command::GoToPacket, [this] {
        showList();
        m_workspace->findBar().hide(); // one bar at a time, as in Wireshark: a small screen has no room for both
        m_workspace->goToBar().ask();
    });
    connect(&m_commands[Command::Find], &QAction::triggered, &m_workspace->goToBar(), &QWidget::hide);
    go(Command::NextPacket, [&list] { list.moveBy(1); });
    go(Command::PreviousPacket, [&list] { list.moveBy(-1); });
    go(Command::FirstPacket, [&list] { list.moveToFirst(); });
    go(Command::LastPacket, [&list] { list.moveToLast(); });
    connect(&m_workspace->goToBar(), &GoToBar::chosen, this, &MainWindow::selectPacket);
}

void MainWindow::useFilter(const QString &selected, FilterUse use, FilterStep step)
{
    if (!m_capture.isOpen() || selected.isEmpty())
        return;
    showList();
    FilterBar &bar = m_workspace->filterBar();
    bar.setExpression(combined(bar.expression(), selected, use));
    if (step == FilterStep::Apply)
        bar.apply();
}

} // namespace vethscope
