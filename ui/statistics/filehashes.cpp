#include "ui/statistics/filehashes.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace vethscope {
namespace {

constexpr qint64 chunk = 1 << 20;

FileHashes::Sums sumsOf(const QString &path, const std::atomic<bool> &stopped, std::atomic<int> &progress)
{
    QFile file(path);
    QCryptographicHash sha256(QCryptographicHash::Sha256), sha1(QCryptographicHash::Sha1);
    if (!file.open(QFile::ReadOnly))
        return {};
    while (!stopped) {
        const QByteArray bytes = file.read(chunk);
        if (bytes.isEmpty())
            return file.error() == QFile::NoError ? FileHashes::Sums{QString::fromLatin1(sha256.result().toHex()), QString::fromLatin1(sha1.result().toHex())} : FileHashes::Sums{};
        sha256.addData(bytes);
        sha1.addData(bytes);
        progress = file.size() > 0 ? int(1000 * file.pos() / file.size()) : 0;
    }
    return {};
}

} // namespace

FileHashes::FileHashes(QObject *parent) : QObject(parent), m_stopped(std::make_shared<std::atomic<bool>>(false)), m_progress(std::make_shared<std::atomic<int>>(0)) { }

FileHashes::~FileHashes()
{
    stop();
}

QString FileHashes::keyOf(const QString &path)
{
    const QFileInfo file(path);
    return QStringLiteral("%1 %2 %3").arg(path).arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
}

std::optional<FileHashes::Sums> FileHashes::of(const QString &path) const
{
    const auto known = m_known.find(keyOf(path));
    return known == m_known.end() ? std::nullopt : std::optional(*known);
}

void FileHashes::want(const QStringList &paths)
{
    QStringList wanted;
    for (const QString &path : paths)
        if (QFileInfo(path).isFile() && !of(path))
            wanted << path;
    if (wanted == m_wanted)
        return;
    stop();
    m_wanted = wanted;
    next();
}

void FileHashes::stop()
{
    ++m_generation;
    *m_stopped = true;
    m_worker.wait();
    m_wanted.clear();
    *m_stopped = false;
}

void FileHashes::next()
{
    if (m_wanted.isEmpty())
        return;
    *m_progress = 0;
    m_worker.run([this, path = m_wanted.first(), key = keyOf(m_wanted.first()), generation = m_generation] {
        const Sums sums = sumsOf(path, *m_stopped, *m_progress);
        QMetaObject::invokeMethod(this, [this, key, sums, generation] {
            if (generation != m_generation)
                return;
            m_known[key] = sums;
            m_wanted.removeFirst();
            emit made();
            next();
        }, Qt::QueuedConnection);
    });
}

} // namespace vethscope
