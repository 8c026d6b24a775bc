#include "ui/matrix/matrixsources.h"

#include "core/cluster/cluster.h"
#include "ui/shared/language.h"
#include "ui/shared/snapshots.h"

#include <utility>

namespace vethscope {

MatrixSources::MatrixSources(const Snapshots &snapshots, QObject *parent) : QObject(parent), m_snapshots(snapshots)
{
    connect(&snapshots, &Snapshots::changed, this, &MatrixSources::changed);
}

MatrixSources::~MatrixSources()
{
    stop();
    m_worker->wait(); // what it reports to goes
}

std::vector<MatrixSources::Source> MatrixSources::all() const
{
    const bool isAny = m_snapshots.cluster() != nullptr;
    std::vector<Source> sources{{isAny ? tr("All that count (%1)").arg(m_snapshots.caption()) : tr("No host facts"), {m_snapshots.cluster(), {}}}};
    for (const LoadedSnapshot &loaded : m_snapshots.loaded())
        sources.push_back({Snapshots::titleOf(*loaded.snapshot), {{}, loaded.snapshot}});
    for (const auto &other : m_others)
        sources.push_back({Snapshots::titleOf(*other), {{}, other}});
    return sources;
}

// What it tells of, which is why it was opened: without a node or pod there is nothing to compare with.
MatrixSources::Opened MatrixSources::read(const QString &path, const std::atomic<bool> &isStopped)
{
    auto read = readSnapshot(path.toStdString(), [&](const SnapshotProgress &) { return !isStopped; });
    if (!read)
        return {{}, translated(read.error().message)};
    auto snapshot = std::make_shared<const Snapshot>(std::move(*read));
    const Cluster cluster = clusterOf(snapshot->facts);
    if (cluster.nodes.empty() && cluster.pods.empty())
        return {{}, tr("%1 tells of no node and no pod.").arg(QString::fromStdString(snapshot->name))};
    return {std::move(snapshot), {}};
}

void MatrixSources::open(const QString &path)
{
    stop();
    m_isStopped = std::make_shared<std::atomic<bool>>(false);
    const std::shared_ptr<Worker> previous = std::exchange(m_worker, std::make_shared<Worker>());
    m_worker->run([this, path, previous, isStopped = m_isStopped] {
        previous->wait();
        Opened opened = read(path, *isStopped);
        QMetaObject::invokeMethod(this, [this, isStopped, opened = std::move(opened)] {
            if (!*isStopped)
                take(opened);
        }, Qt::QueuedConnection);
    });
    setReading(true);
}

void MatrixSources::take(const Opened &read)
{
    setReading(false);
    if (!read.snapshot)
        return emit failed(read.problem);
    m_others.push_back(read.snapshot);
    emit changed();
    emit opened(static_cast<int>(m_snapshots.loaded().size() + m_others.size()));
}

void MatrixSources::stop()
{
    if (m_isStopped)
        *m_isStopped = true;
    setReading(false);
}

void MatrixSources::setReading(bool isReading)
{
    if (isReading == m_isReading)
        return;
    m_isReading = isReading;
    emit readingChanged();
}

} // namespace vethscope
