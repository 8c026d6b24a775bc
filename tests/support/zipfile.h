#pragma once

#include <QByteArray>
#include <QList>

namespace vethscope::test {

/// One part of a zip archive: whatever name and kind, as no decent program would write it.
struct ZipPart {
    QByteArray name;
    QByteArray bytes;
    quint32 mode = 0100644; // st_mode: 0120777 is a symbolic link, 0020666 a device
};

/// The archive's bytes, each part as it is, uncompressed (APPNOTE.TXT of PKWARE).
QByteArray zipOf(const QList<ZipPart> &parts);

} // namespace vethscope::test
