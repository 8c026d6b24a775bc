#include "ui/session/sessioncontroller.h"

#include "core/session/absent.h"
#include "core/session/fingerprint.h"
#include "core/session/sessionwriter.h"
#include "ui/capture/capturecontroller.h"
#include "ui/saving/longtask.h"
#include "ui/saving/unsavedcaptures.h"
#include "ui/session/openedsession.h"
#include "ui/shared/language.h"
#include "ui/shared/messagebar.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/preferences.h"

#include <QFileInfo>
#include <QLocale>
#include <QMainWindow>

#include <filesystem>

// What is in a session's file, and how it is written.

namespace vethscope {
namespace {

std::filesystem::path asPath(const QString &path)
{
    return path.toStdString();
}

} // namespace

bool SessionController::mustEmbed(const QString &capture) const
{
    return m_unsaved.owns(capture) || (m_folder && m_folder->holds(asPath(capture)));
}

SessionSizes SessionController::sizes() const
{
    SessionSizes sizes;
    for (const QString &capture : m_scene.capture.paths()) {
        const bool homeless = mustEmbed(capture);
        ++(homeless ? sizes.homeless : sizes.captures);
        (homeless ? sizes.homelessBytes : sizes.captureBytes) += QFileInfo(capture).size();
    }
    for (const LoadedSnapshot &one : m_scene.snapshots.loaded()) {
        if (one.path.isEmpty())
            continue;
        ++sizes.snapshots;
        for (const SnapshotText &text : savedSnapshot(one, true, {}).texts)
            sizes.snapshotBytes += qint64(text.text.size());
    }
    return sizes;
}

QString SessionController::proposal() const
{
    if (isOpen())
        return m_path;
    const QString first = m_scene.capture.paths().value(0);
    const bool elsewhere = first.isEmpty() || mustEmbed(first);
    const QDir folder = elsewhere ? QDir::home() : QFileInfo(first).dir();
    return folder.filePath((first.isEmpty() ? QStringLiteral("session") : QFileInfo(first).completeBaseName()) + QStringLiteral(".vethscope"));
}

bool SessionController::save()
{
    return isOpen() ? write(m_path) : saveAs();
}

bool SessionController::saveAs()
{
    if (!m_scene.capture.isOpen() && m_scene.snapshots.loaded().empty())
        return false;
    const auto choice = m_questions.choice(sizes(), m_choice);
    const QString path = choice ? m_questions.path(proposal()) : QString();
    if (path.isEmpty())
        return false;
    m_choice = *choice;
    return write(QFileInfo(path).absoluteFilePath());
}

void SessionController::describeCaptures(SavedSession &session, const QDir &folder) const
{
    for (const QString &path : m_scene.capture.paths()) {
        const QFileInfo file(path);
        const bool homeless = mustEmbed(path);
        session.captures.push_back({
            .name = file.fileName().toStdString(),
            .path = homeless ? std::filesystem::path() : asPath(file.absoluteFilePath()),
            .relative = homeless ? std::filesystem::path() : asPath(folder.relativeFilePath(file.absoluteFilePath())),
            .size = std::uint64_t(file.size()),
            .fingerprint = {},
            .embedded = homeless || m_choice.embedCaptures,
            .file = asPath(path),
        });
    }
}

bool SessionController::write(const QString &path)
{
    for (const QString &capture : m_scene.capture.paths()) {
        if (!QFileInfo(capture).isFile())
            return refuse(tr("%1 is not a file that a session could refer to: save the capture first (File ▸ Save As).").arg(capture));
        if (QFileInfo(capture) == QFileInfo(path))
            return refuse(tr("%1 is a capture of the session and cannot be the session's file too.").arg(path));
    }
    SavedSession session = lookOf(m_scene);
    describeCaptures(session, QFileInfo(path).dir());
    const PacketStore *store = m_scene.capture.isOpen() ? &m_scene.capture.store() : nullptr;
    const auto done = runLongTask(&m_window, tr("Saving %1").arg(QFileInfo(path).fileName()),
                                  [&, noted = notedRows(m_scene), loaded = m_scene.snapshots.loaded()](TaskProgress &progress) {
        for (SavedCapture &capture : session.captures)
            capture.fingerprint = fingerprintOf(capture.file);
        for (const LoadedSnapshot &one : loaded)
            session.snapshots.push_back(savedSnapshot(one, m_choice.embedSnapshots, QFileInfo(path).dir()));
        if (store)
            describePackets(*store, noted, session);
        addAbsent(session, m_absent, asPath(QFileInfo(path).path()));
        return writeSession(session, asPath(path), progressOf(progress));
    });
    if (!done)
        return refuse(translated(done.error().message));
    m_path = path;
    m_store = store;
    m_modified = false;
    const QString first = m_scene.capture.paths().value(0);
    m_kept = m_unsaved.owns(first) && !m_captures.isRunning() ? first : QString();
    m_scene.preferences.remember(preference::recentFiles, m_path);
    emit changed();
    emit saved(path);
    m_messages.tell(MessageBar::Kind::Done, tr("The session was saved to %1 (%2).").arg(path, QLocale().formattedDataSize(QFileInfo(path).size())));
    return true;
}

} // namespace vethscope
