#pragma once

#include "core/bytes/bytes.h"

#include <QString>

class QWidget;

namespace vethscope {

/// What became of writing bytes to a file.
struct BytesExport {
    QString path{};
    QString problem{}; // a sentence; empty where all were written
};

/// Writes them as they are, in place of what is there, all or none.
BytesExport writeBytes(Bytes bytes, const QString &path);
/// Asks where to first; no path where nobody says. `name` is proposed as the file's.
BytesExport exportBytes(Bytes bytes, const QString &name, QWidget &window);

} // namespace vethscope
