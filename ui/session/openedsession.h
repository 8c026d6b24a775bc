#pragma once

#include "core/session/sessionreader.h"
#include "ui/saving/longtask.h"
#include "ui/shared/snapshots.h"

namespace vethscope {

/// A session that was read, its host snapshots imported, and what of it could not be.
struct OpenedSession {
    QString path;
    ReadSession read;
    std::vector<LoadedSnapshot> snapshots;
    QStringList problems;
};

/// Reads it on a worker. An error without a message when it was cancelled.
Result<OpenedSession> openedSession(const QString &path, QWidget &window);

/// Tells a waiting window how far a session is.
SessionProgress progressOf(TaskProgress &progress);

} // namespace vethscope
