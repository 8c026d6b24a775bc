#include "ui/mainwindow.h"

#include "core/session/sessionreader.h"
#include "ui/capture/capturecontroller.h"
#include "ui/hostfacts/dropped.h"
#include "ui/hostfacts/hostsbeside.h"
#include "ui/hostfacts/snapshotcontroller.h"
#include "ui/panels/packetlistpanel.h"
#include "ui/panels/statuspanel.h"
#include "ui/saving/capturesaver.h"
#include "ui/saving/exportdialog.h"
#include "ui/session/sessioncontroller.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/preferences.h"
#include "ui/shared/samples.h"

#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>

#include <algorithm>

// What the window opens, reads and writes, and how files come to it.

namespace vethscope {
namespace {

constexpr qsizetype mostRemembered = 4; // a folder full of files would drive everything else out

bool isSessionFile(const QString &path)
{
    return isSession(path.toStdString());
}

} // namespace

void MainWindow::open(const QStringList &paths)
{
    if (const auto session = std::ranges::find_if(paths, isSessionFile); session != paths.end()) {
        QStringList others = paths;
        others.removeOne(*session);
        return openSession(*session, others);
    }
    if (!paths.isEmpty() && m_controller->mayLetGo())
        openCaptures(paths);
}

// What was open may go.
void MainWindow::openCaptures(const QStringList &paths)
{
    if (!m_capture.open(paths))
        return;
    m_status->setDropped(std::nullopt);
    m_snapshots.readBundled(hostsOfSample(paths));
    if (paths.size() <= mostRemembered)
        for (const QString &path : paths)
            m_preferences.remember(preference::recentFiles, QFileInfo(path).absoluteFilePath());
    m_workspace->list().setFocus();
    offerHosts(paths);
}

// What hosts printed stands beside their captures, as the lab and the collector leave it: nobody has asked for it, so it is offered.
void MainWindow::offerHosts(const QStringList &captures)
{
    const QString hosts = hostsBeside(captures);
    if (hosts.isEmpty() || m_snapshots.isBusy() || !m_snapshots.loaded().empty())
        return;
    m_messages->tell(MessageBar::Kind::Done, tr("Host output stands beside these captures: %1").arg(QDir::toNativeSeparators(hosts)), {{tr("Import It"), [this, hosts] { importSnapshots({hosts}); }}});
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

// Beside the capture, unless that is in a folder of ours.
QString MainWindow::exportPath(const QString &ending) const
{
    const QFileInfo first(m_capture.paths().front());
    const QString folder = m_saver->isUnsaved() ? QDir::homePath() : first.path();
    return QDir(folder).filePath(first.completeBaseName() + ending);
}

void MainWindow::exportPackets()
{
    ExportDialog dialog(PacketChoice(m_capture, m_model, m_marks, m_workspace->list().selectedPackets(), &m_ignored), exportPath(QStringLiteral("-part.pcapng")), this);
    if (dialog.exec() == QDialog::Accepted)
        m_saver->exportPackets(dialog.rows(), dialog.path());
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

void MainWindow::reload()
{
    const int row = m_selection.row();
    if (m_session->isOpen())
        openSession(m_session->path(), {});
    else if (m_controller->mayLetGo() && m_capture.isOpen()) // asked first: a capture that is saved then is another file
        openCaptures(m_capture.paths());
    if (row >= 0 && m_capture.isOpen())
        selectWhenSettled(row + 1);
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
