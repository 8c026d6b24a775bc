#include "ui/opencapture.h"

#include "core/protocols/protocols.h"

#include <QFileInfo>

namespace vethscope {
namespace {

constexpr int pollMilliseconds = 30;

} // namespace

OpenCapture::OpenCapture(QObject *parent) : QObject(parent), m_registry(protocols::registry()), m_dissector(m_registry)
{
    m_timer.setInterval(pollMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &OpenCapture::poll);
}

OpenCapture::~OpenCapture() = default;

bool OpenCapture::open(const QStringList &paths)
{
    std::vector<std::filesystem::path> files;
    for (const QString &path : paths)
        files.emplace_back(path.toStdString());
    auto store = PacketStore::open(files);
    if (!store) {
        emit failed(QString::fromStdString(store.error().message));
        return false;
    }
    emit aboutToChange();
    m_store = std::move(*store);
    m_paths = paths;
    emit changed();
    m_timer.start();
    return true;
}

void OpenCapture::close()
{
    if (!m_store)
        return;
    emit aboutToChange();
    m_timer.stop();
    m_store.reset();
    m_paths.clear();
    emit changed();
}

QString OpenCapture::displayName() const
{
    if (m_paths.isEmpty())
        return {};
    const QString first = QFileInfo(m_paths.front()).fileName();
    if (m_paths.size() == 1)
        return first;
    if (m_paths.size() == 2)
        return first + QStringLiteral(" + ") + QFileInfo(m_paths.back()).fileName();
    return tr("%1 and %2 more").arg(first).arg(m_paths.size() - 1);
}

PacketRow OpenCapture::packetRow(int row) const
{
    return PacketRow(*m_store, m_dissector, static_cast<std::size_t>(row));
}

void OpenCapture::poll()
{
    const bool complete = m_store->finished(); // asked first, so that the last rows are announced too
    emit progressed();
    if (!complete)
        return;
    m_timer.stop();
    QStringList problems;
    for (const Error &problem : m_store->problems())
        problems << QString::fromStdString(problem.message);
    emit finished(problems);
}

} // namespace vethscope
