#include "tests/support/alteredcapture.h"

#include "tests/support/commandline.h"

#include <QFile>
#include <QList>
#include <QSet>
#include <QtEndian>

#include <algorithm>

namespace vethscope::test {
namespace {

constexpr quint32 statisticsBlock = 5, packetBlock = 6; // draft-ietf-opsawg-pcapng
constexpr qsizetype packetHeader = 28;

struct AlteredFrames {
    QSet<int> numbers;
    QString what;
};

quint32 wordAt(const QByteArray &bytes, qsizetype place)
{
    return qFromLittleEndian<quint32>(bytes.constData() + place);
}

// The same block with its time so many nanoseconds later: of nanoseconds, as dumpcap writes them.
QByteArray later(QByteArray block, quint64 nanoseconds)
{
    const quint64 time = (quint64(wordAt(block, 12)) << 32 | wordAt(block, 16)) + nanoseconds;
    qToLittleEndian(quint32(time >> 32), block.data() + 12);
    qToLittleEndian(quint32(time), block.data() + 16);
    return block;
}

// Without the frame's options, which stand behind its bytes.
QByteArray cut(const QByteArray &block, quint32 bytesKept)
{
    const quint32 kept = std::min(wordAt(block, 20), bytesKept);
    QByteArray shorter = block.first(packetHeader + kept);
    shorter += QByteArray((4 - kept % 4) % 4, '\0') + QByteArray(4, '\0');
    qToLittleEndian(quint32(shorter.size()), shorter.data() + 4);
    qToLittleEndian(kept, shorter.data() + 20);
    qToLittleEndian(quint32(shorter.size()), shorter.data() + shorter.size() - 4);
    return shorter;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<AlteredFrames> framesOf(const QString &path, const QStringList &changes)
{
    QList<AlteredFrames> altered;
    for (const QString &change : changes) {
        const CommandResult found = runCommandLine({"dump", "-r", path, "-Y", change.section(" | ", 0, 0), "-T", "fields", "-e", "frame.number"});
        AlteredFrames frames{{}, change.section(" | ", 1)};
        for (const QByteArray &number : found.output.split('\n'))
            if (!number.isEmpty())
                frames.numbers << number.toInt();
        altered << frames;
    }
    return altered;
}

} // namespace

QByteArray alteredCapture(const QString &path, const QStringList &changes)
{
    const QByteArray bytes = readAll(path);
    const QList<AlteredFrames> altered = framesOf(path, changes);
    QByteArray kept, appended, statistics;
    int number = 0;
    for (qsizetype at = 0; at + 12 <= bytes.size(); at += wordAt(bytes, at + 4)) {
        QByteArray block = bytes.mid(at, wordAt(bytes, at + 4));
        if (wordAt(block, 0) != packetBlock) {
            (wordAt(block, 0) == statisticsBlock ? statistics : kept) += block;
            continue;
        }
        ++number;
        bool isKept = true;
        for (const AlteredFrames &change : altered) {
            if (!change.numbers.contains(number))
                continue;
            const auto nanoseconds = quint64(change.what.section(' ', 1, 1).toDouble() * 1e9);
            if (change.what.startsWith("bytes ")) {
                const QByteArray written = QByteArray::fromHex(change.what.section(' ', 2, 2).toLatin1());
                block.replace(packetHeader + change.what.section(' ', 1, 1).toInt(), written.size(), written);
            } else if (change.what != "drop") {
                appended += later(block, nanoseconds);
            }
            isKept &= !(change.what == "drop" || change.what.startsWith("move "));
        }
        if (isKept)
            kept += block;
    }
    return kept + appended + statistics;
}

QByteArray cutCapture(const QString &path, quint32 bytesKept)
{
    const QByteArray bytes = readAll(path);
    QByteArray shorter;
    for (qsizetype at = 0; at + 12 <= bytes.size(); at += wordAt(bytes, at + 4)) {
        const QByteArray block = bytes.mid(at, wordAt(bytes, at + 4));
        shorter += wordAt(block, 0) == packetBlock ? cut(block, bytesKept) : block;
    }
    return shorter;
}

} // namespace vethscope::test
