#pragma once

#include <QStringList>

class QMimeData;

namespace vethscope {

/// Files and folders that somebody has dropped or named: captures to open, and host output to import.
struct Dropped {
    QStringList captures;
    QStringList snapshots;

    bool isEmpty() const { return captures.isEmpty() && snapshots.isEmpty(); }
};

/// Tells them apart by what is in them, not by their names. A folder is host output, unless it holds captures and nothing else.
/// What is neither is left to who opens captures, and says why not.
Dropped toldApart(const QStringList &paths);

/// The local files that were dropped.
QStringList localFiles(const QMimeData &data);

} // namespace vethscope
