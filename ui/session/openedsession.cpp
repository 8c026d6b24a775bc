#include "ui/session/openedsession.h"

#include "ui/session/sessioncontroller.h"
#include "ui/session/sessionscene.h"
#include "ui/shared/language.h"

#include <QFileInfo>

namespace vethscope {

Result<OpenedSession> openedSession(const QString &path, QWidget &window)
{
    OpenedSession opened{.path = QFileInfo(path).absoluteFilePath(), .read = {}, .snapshots = {}, .problems = {}};
    const auto done = runLongTask(&window, SessionController::tr("Opening %1").arg(QFileInfo(path).fileName()), [&](TaskProgress &progress) -> Result<void> {
        auto session = readSession(opened.path.toStdString(), progressOf(progress));
        if (!session)
            return std::unexpected(session.error());
        opened.read = std::move(*session);
        for (const Error &problem : opened.read.problems)
            opened.problems << translated(problem.message);
        for (const SavedSnapshot &saved : opened.read.session.snapshots) {
            if (progress.cancelled)
                break;
            QString problem;
            if (auto loaded = loadedSnapshot(saved, &problem, [&](const SnapshotProgress &) { return !progress.cancelled; }))
                opened.snapshots.push_back(std::move(*loaded));
            if (!problem.isEmpty())
                opened.problems << problem;
        }
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    return opened;
}

SessionProgress progressOf(TaskProgress &progress)
{
    return [&progress](std::uint64_t done, std::uint64_t total) {
        progress.done = done;
        progress.total = total;
        return !progress.cancelled;
    };
}

} // namespace vethscope
