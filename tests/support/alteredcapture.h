#pragma once

#include <QByteArray>
#include <QStringList>

namespace vethscope::test {

/// The pcapng at that path with some of its frames changed; each change is `FILTER | WHAT`, and the display filter says which frames: `drop`; `bytes 40 1234` writes
/// bytes (hexadecimal) at an offset of the frame; `again 5.0` has them once more so many seconds later; `move 6.0` only later.
QByteArray alteredCapture(const QString &path, const QStringList &changes);
/// The pcapng at that path with no more than so many bytes of each frame, as `editcap -s` leaves it.
QByteArray cutCapture(const QString &path, quint32 bytesKept);

} // namespace vethscope::test
