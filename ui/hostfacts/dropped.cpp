#include "ui/hostfacts/dropped.h"

#include "core/session/sessionreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

constexpr qint64 lookedAt = 4096;

bool isPacked(const QByteArray &beginning)
{
    static const std::array<QByteArray, 6> marks{QByteArray::fromHex("1f8b"), QByteArray::fromHex("28b52ffd"), QByteArray::fromHex("04224d18"),
                                                 QByteArray::fromHex("fd377a585a00"), QByteArray("BZh"), QByteArray::fromHex("504b0304")};
    return std::ranges::any_of(marks, [&](const QByteArray &mark) { return beginning.startsWith(mark); });
}

bool isText(const QByteArray &beginning)
{
    const bool utf16 = beginning.startsWith(QByteArray::fromHex("fffe")) || beginning.startsWith(QByteArray::fromHex("feff"));
    return utf16 || !beginning.contains('\0');
}

// A packed file hides what it is; captures are packed one by one, host output as an archive.
bool isNamedCapture(const QString &name)
{
    for (const char *part : {".pcap", ".cap", ".dmp"})
        if (name.contains(QLatin1String(part), Qt::CaseInsensitive))
            return true;
    return false;
}

bool isHostOutput(const QString &path)
{
    QFile file(path);
    const QFileInfo info(path);
    if (!info.isFile() || !file.open(QFile::ReadOnly))
        return false; // a pipe is a capture's
    if (isSession(path.toStdString()))
        return false; // who opens captures opens it
    const QByteArray beginning = file.read(lookedAt);
    if (isPacked(beginning))
        return !isNamedCapture(info.fileName());
    const bool isTar = beginning.mid(257, 5) == "ustar";
    return isTar || (!beginning.isEmpty() && isText(beginning));
}

} // namespace

Dropped toldApart(const QStringList &paths)
{
    Dropped dropped;
    for (const QString &path : paths) {
        if (!QFileInfo(path).isDir()) {
            (isHostOutput(path) ? dropped.snapshots : dropped.captures) << path;
            continue;
        }
        const QFileInfoList entries = QDir(path).entryInfoList(QDir::Files, QDir::Name);
        const bool onlyCaptures = !entries.isEmpty() && std::ranges::all_of(entries, [](const QFileInfo &entry) { return isNamedCapture(entry.fileName()); });
        if (!onlyCaptures) {
            dropped.snapshots << path;
            continue;
        }
        for (const QFileInfo &entry : entries)
            dropped.captures << entry.absoluteFilePath();
    }
    return dropped;
}

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

} // namespace vethscope
