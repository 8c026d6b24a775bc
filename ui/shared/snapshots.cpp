#include "ui/shared/snapshots.h"


#include "core/cluster/latest.h"
#include "core/names/tunnelports.h"
#include "core/protocols/protocols.h"
#include "ui/shared/language.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace vethscope {
namespace {

constexpr int tellMilliseconds = 100;
constexpr std::uint32_t worthTelling = 20'000; // lines: of a shorter text nobody sees how far it is
constexpr int mostNames = 3; // in a caption

QString timeText(std::int64_t nanoseconds)
{
    return QDateTime::fromMSecsSinceEpoch(nanoseconds / 1'000'000).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace

Snapshots::Snapshots(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(tellMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_progress)
            emit progressed(m_progress->files, m_progress->thousandths);
    });
}

Snapshots::~Snapshots()
{
    if (m_progress)
        m_progress->cancelled = true;
    m_worker.wait(); // before what it reports to is gone
}

bool Snapshots::isBundled() const
{
    return !m_loaded.empty() && std::ranges::all_of(m_loaded, &LoadedSnapshot::bundled);
}

bool Snapshots::hasOwn() const
{
    return std::ranges::any_of(m_loaded, [](const LoadedSnapshot &one) { return !one.bundled; });
}

void Snapshots::read(const QStringList &paths)
{
    Batch batch;
    for (const QString &path : paths)
        batch.sources.push_back({path, {}, {}});
    wait(std::move(batch));
}

void Snapshots::readText(const QString &text)
{
    const QString name = ++m_pasted == 1 ? tr("pasted text") : tr("pasted text %1").arg(m_pasted);
    wait({{Source{{}, text.toStdString(), name.toStdString()}}, 0});
}

void Snapshots::readBundled(const QStringList &paths)
{
    QStringList here;
    for (const LoadedSnapshot &one : m_loaded)
        here << one.path;
    if (hasOwn() || (!paths.isEmpty() && here == paths))
        return;
    ++m_bundle;
    clear();
    Batch batch;
    batch.bundle = m_bundle;
    for (const QString &path : paths)
        batch.sources.push_back({path, {}, {}});
    wait(std::move(batch));
}

void Snapshots::restore(std::vector<LoadedSnapshot> loaded)
{
    cancel();
    ++m_bundle; // what comes with a sample comes too late
    m_loaded = std::move(loaded);
    join();
}

void Snapshots::wait(Batch batch)
{
    if (batch.sources.empty())
        return;
    m_waiting.push_back(std::move(batch));
    proceed();
}

void Snapshots::cancel()
{
    m_waiting.clear();
    if (m_progress)
        m_progress->cancelled = true;
}

// One thing at a time, reading before joining.
void Snapshots::proceed()
{
    if (m_working)
        return;
    if (!m_waiting.empty()) {
        Batch batch = std::move(m_waiting.front());
        m_waiting.pop_front();
        readOnWorker(std::move(batch));
    } else if (m_stale) {
        joinOnWorker();
    } else {
        setBusy(false);
    }
}

void Snapshots::readOnWorker(Batch batch)
{
    setBusy(true);
    m_working = true;
    m_progress = std::make_shared<Progress>();
    m_worker.run([this, batch = std::move(batch), progress = m_progress]() mutable {
        std::vector<LoadedSnapshot> fresh;
        QStringList failures;
        for (Source &source : batch.sources) {
            const int filesBefore = progress->files;
            const SnapshotWatch watch = [&](const SnapshotProgress &now) {
                progress->files = filesBefore + static_cast<int>(now.files);
                progress->thousandths = now.lines < worthTelling ? -1 : static_cast<int>(1000ULL * now.line / now.lines);
                return !progress->cancelled;
            };
            if (source.path.isEmpty()) {
                auto pasted = std::make_shared<const Snapshot>(readPastedSnapshot(std::move(source.text), std::move(source.name), watch));
                if (progress->cancelled)
                    break; // half a snapshot is none
                fresh.push_back({std::move(pasted), {}, true, false});
                continue;
            }
            auto snapshot = readSnapshot(source.path.toStdString(), watch);
            if (progress->cancelled)
                break;
            if (snapshot)
                fresh.push_back({std::make_shared<const Snapshot>(std::move(*snapshot)), QFileInfo(source.path).absoluteFilePath(), true, batch.bundle > 0});
            else
                failures << translated(snapshot.error().message);
        }
        QMetaObject::invokeMethod(this, [this, fresh = std::move(fresh), failures, bundle = batch.bundle]() mutable { take(std::move(fresh), failures, bundle); },
                                  Qt::QueuedConnection);
    });
}

void Snapshots::take(std::vector<LoadedSnapshot> fresh, const QStringList &failures, int bundle)
{
    m_working = false;
    m_progress.reset();
    if (bundle > 0 && (bundle != m_bundle || hasOwn())) // another sample is open by now, or the user's own facts are here
        return proceed();
    std::vector<std::shared_ptr<const Snapshot>> told;
    if (bundle == 0 && !fresh.empty())
        std::erase_if(m_loaded, &LoadedSnapshot::bundled);
    for (LoadedSnapshot &one : fresh) {
        told.push_back(one.snapshot);
        const auto same = std::ranges::find_if(m_loaded, [&](const LoadedSnapshot &other) { return !one.path.isEmpty() && other.path == one.path; });
        if (same != m_loaded.end())
            *same = std::move(one);
        else
            m_loaded.push_back(std::move(one));
        m_stale = true;
    }
    if (!failures.isEmpty())
        emit failed(failures);
    if (!told.empty())
        emit imported(told);
    proceed();
}

void Snapshots::join()
{
    m_stale = true;
    proceed();
}

Snapshots::Joined Snapshots::joined(const std::vector<std::shared_ptr<const Snapshot>> &snapshots)
{
    std::vector<const Snapshot *> chosen;
    for (const auto &snapshot : snapshots)
        chosen.push_back(snapshot.get());
    Joined joined;
    joined.cluster = std::make_shared<const Cluster>(latestCluster(chosen));
    joined.names = std::make_shared<const NameTable>(*joined.cluster);
    joined.tunnelPorts = learntTunnelPorts(*joined.cluster, protocols::registry());
    return joined;
}

void Snapshots::joinOnWorker()
{
    m_stale = false;
    std::vector<std::shared_ptr<const Snapshot>> chosen;
    for (const LoadedSnapshot &one : m_loaded)
        if (one.chosen)
            chosen.push_back(one.snapshot);
    if (chosen.empty()) {
        m_joined = {};
        setBusy(false);
        emit changed();
        return;
    }
    setBusy(true);
    emit joining();
    m_working = true;
    m_worker.run([this, chosen = std::move(chosen)] {
        QMetaObject::invokeMethod(this, [this, fresh = joined(chosen)] {
            m_working = false;
            if (!m_stale) { // else it is another one's turn
                m_joined = fresh;
                emit changed();
            }
            proceed();
        }, Qt::QueuedConnection);
    });
}

void Snapshots::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    if (busy)
        m_timer.start();
    else
        m_timer.stop();
    emit busyChanged();
}

void Snapshots::setChosen(std::size_t index, bool chosen)
{
    if (index >= m_loaded.size() || m_loaded[index].chosen == chosen)
        return;
    m_loaded[index].chosen = chosen;
    join();
}

void Snapshots::chooseOnly(std::size_t index)
{
    for (std::size_t i = 0; i < m_loaded.size(); ++i)
        m_loaded[i].chosen = i == index;
    join();
}

void Snapshots::remove(std::size_t index)
{
    if (index >= m_loaded.size())
        return;
    m_loaded.erase(m_loaded.begin() + std::ptrdiff_t(index));
    join();
}

void Snapshots::clear()
{
    if (m_loaded.empty())
        return;
    m_loaded.clear();
    join();
}

QString Snapshots::titleOf(const Snapshot &snapshot)
{
    const QString name = QString::fromStdString(snapshot.name);
    return snapshot.time == 0 ? name : name + QStringLiteral(" · ") + timeText(snapshot.time);
}

QString Snapshots::caption() const
{
    QStringList names;
    std::int64_t latest = 0;
    for (const LoadedSnapshot &one : m_loaded) {
        if (!one.chosen)
            continue;
        names << QString::fromStdString(one.snapshot->name);
        latest = std::max(latest, one.snapshot->time);
    }
    if (names.isEmpty())
        return {};
    const qsizetype more = names.size() - mostNames;
    const QString list = names.mid(0, mostNames).join(tr(", ", "between names"));
    const QString from = more > 0 ? tr("from %1 and %2 more").arg(list).arg(more) : tr("from %1").arg(list);
    return latest == 0 ? from : from + QStringLiteral(" · ") + timeText(latest);
}

} // namespace vethscope
