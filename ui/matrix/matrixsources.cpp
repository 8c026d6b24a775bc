#include "ui/matrix/matrixsources.h"

#include "ui/language.h"
#include "ui/snapshots.h"

namespace vethscope {

MatrixSources::MatrixSources(const Snapshots &snapshots, QObject *parent) : QObject(parent), m_snapshots(snapshots)
{
    connect(&snapshots, &Snapshots::changed, this, &MatrixSources::changed);
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

void MatrixSources::open(const QString &path)
{
    m_isReading = true;
    m_worker.run([this, path] {
        auto read = readSnapshot(path.toStdString());
        auto snapshot = read ? std::make_shared<const Snapshot>(std::move(*read)) : nullptr;
        const Sentence problem = read ? Sentence() : read.error().message;
        QMetaObject::invokeMethod(this, [this, snapshot, problem] {
            m_isReading = false;
            if (!snapshot)
                return emit failed(translated(problem));
            m_others.push_back(snapshot);
            emit changed();
            emit opened(static_cast<int>(m_snapshots.loaded().size() + m_others.size()));
        }, Qt::QueuedConnection);
    });
}

} // namespace vethscope
