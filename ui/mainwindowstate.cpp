#include "ui/mainwindow.h"

#include "ui/capture/autoscroll.h"
#include "ui/capture/capturecontroller.h"
#include "ui/desk/desk.h"
#include "ui/panels/toolbar.h"
#include "ui/panels/welcomepage.h"
#include "ui/saving/capturesaver.h"
#include "ui/session/sessioncontroller.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"
#include "ui/topology/topologypanel.h"

// What the window shows of its state: its title, which commands make sense, and which choices are ticked.

namespace vethscope {

void MainWindow::showCapture()
{
    const bool isOpen = m_capture.isOpen();
    m_messages->hide();
    m_desk->setCaptureOpen(isOpen);
    m_topology->setHasPackets(isOpen);
    if (!isOpen && m_desk->arrangement() != Layout::Topology)
        m_welcome->setFocus();
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

void MainWindow::showLook()
{
    m_commands[m_theme.mode() == Theme::Mode::Dark    ? Command::ThemeDark
               : m_theme.mode() == Theme::Mode::Light ? Command::ThemeLight
                                                      : Command::ThemeSystem].setChecked(true);
    m_commands[m_language.code() == QLatin1String("zh_CN") ? Command::Chinese : Command::English].setChecked(true);
}

void MainWindow::tellError(const QString &message)
{
    m_messages->tell(MessageBar::Kind::Error, message);
}

void MainWindow::tellWritten(std::size_t packets, const QString &path)
{
    m_messages->tell(MessageBar::Kind::Done, tr("%1 packets were written to %2.").arg(packets).arg(path));
}

} // namespace vethscope
