#include "ui/saving/unsavedcaptures.h"

#include "core/capture/packetstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

#include <thread>

namespace vethscope {
namespace {

const QString timeFormat = QStringLiteral("yyyyMMdd-HHmmss");
const QString ending = QStringLiteral(".pcapng");

// A file that cannot be read may still be of worth to somebody; one that has no packet is of none.
bool holdsNothing(const QFileInfo &file)
{
    if (file.size() == 0)
        return true;
    const std::vector<std::filesystem::path> paths{file.filePath().toStdString()};
    const auto store = PacketStore::open(paths);
    if (!store)
        return false;
    while ((*store)->size() == 0 && !(*store)->finished())
        std::this_thread::yield();
    return (*store)->size() == 0 && (*store)->problems().empty();
}

QString fileNamePart(const QString &source)
{
    static const QRegularExpression others(QStringLiteral("[^A-Za-z0-9.@_-]+"));
    return QString(source).replace(others, QStringLiteral("-")).left(60);
}

} // namespace

QString UnsavedCaptures::standardFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/vethscope/captures");
}

UnsavedCaptures::UnsavedCaptures(const QString &folder)
    : m_temporary(folder.isEmpty() ? std::make_unique<QTemporaryDir>() : nullptr), m_folder(m_temporary ? m_temporary->path() : folder)
{
}

UnsavedCaptures::~UnsavedCaptures() = default;

std::unique_ptr<QLockFile> UnsavedCaptures::lockOf(const QString &path) const
{
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // only when its program is gone
    return lock->tryLock() ? std::move(lock) : nullptr;
}

QString UnsavedCaptures::begin(const QString &source, QString *problem)
{
    const QFile::Permissions ours = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!m_folder.exists() && !(m_folder.mkpath(QStringLiteral(".")) && QFile::setPermissions(m_folder.path(), ours))) {
        *problem = QCoreApplication::translate("UnsavedCaptures", "The folder %1 for captures cannot be made.").arg(m_folder.path());
        return {};
    }
    const QString stem = QDateTime::currentDateTime().toString(timeFormat) + QLatin1Char('_') + fileNamePart(source);
    for (int number = 1; number < 1000; ++number) {
        const QString path = m_folder.filePath(number == 1 ? stem + ending : QStringLiteral("%1_%2").arg(stem).arg(number) + ending);
        if (QFile::exists(path) || m_given.contains(path))
            continue;
        if (auto lock = lockOf(path)) {
            m_given.insert(path);
            m_own[path.toStdString()] = std::move(lock);
            return path;
        }
    }
    *problem = QCoreApplication::translate("UnsavedCaptures", "No file for the capture can be made in %1.").arg(m_folder.path());
    return {};
}

bool UnsavedCaptures::owns(const QString &path) const
{
    return m_own.contains(path.toStdString());
}

bool UnsavedCaptures::adopt(const QString &path)
{
    auto lock = lockOf(path);
    if (!lock)
        return false;
    m_own[path.toStdString()] = std::move(lock);
    return true;
}

void UnsavedCaptures::discard(const QString &path)
{
    if (!owns(path))
        return;
    QFile::remove(path);
    forget(path);
}

void UnsavedCaptures::forget(const QString &path)
{
    m_own.erase(path.toStdString()); // the lock's file goes with it
}

std::vector<UnsavedCaptures::Leftover> UnsavedCaptures::leftovers()
{
    std::vector<Leftover> found;
    for (const QFileInfo &file : m_folder.entryInfoList({QLatin1Char('*') + ending}, QDir::Files, QDir::Name | QDir::Reversed)) {
        const QString path = file.filePath();
        if (owns(path))
            continue;
        const auto lock = lockOf(path); // held only while we look
        if (!lock)
            continue;
        if (holdsNothing(file)) {
            QFile::remove(path);
            continue;
        }
        const QString name = file.completeBaseName();
        QDateTime begun = QDateTime::fromString(name.section(QLatin1Char('_'), 0, 0), timeFormat);
        if (!begun.isValid())
            begun = file.lastModified();
        found.push_back({path, begun, name.section(QLatin1Char('_'), 1, 1), file.size()});
    }
    return found;
}

} // namespace vethscope
