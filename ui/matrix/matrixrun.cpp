#include "ui/matrix/matrixrun.h"

#include "core/cluster/latest.h"

#include <array>
#include <utility>

namespace vethscope {
namespace {

constexpr int lookMilliseconds = 60;

MatrixFacts factsOf(const MatrixSource &source)
{
    MatrixFacts facts{source.cluster, {}};
    if (!facts.cluster) {
        const std::array<const Snapshot *, 1> one{source.snapshot.get()};
        facts.cluster = std::make_shared<const Cluster>(latestCluster(one));
    }
    facts.predictor = std::make_unique<const path::Predictor>(*facts.cluster);
    return facts;
}

} // namespace

MatrixRun::MatrixRun(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(lookMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, [this] { emit progressed(m_progress->thousandths); });
}

MatrixRun::~MatrixRun()
{
    letGo();
    m_worker->wait(); // what it reports to goes
}

void MatrixRun::start(MatrixSource before, MatrixSource after)
{
    letGo();
    auto progress = m_progress = std::make_shared<Progress>();
    m_isRunning = true;
    m_timer.start();
    const std::shared_ptr<Worker> previous = std::exchange(m_worker, std::make_shared<Worker>());
    m_worker->run([this, progress, previous, before = std::move(before), after = std::move(after)] {
        previous->wait();
        if (progress->isStopped)
            return;
        const path::CellProgress tell = [&](std::size_t done, std::size_t all) {
            progress->thousandths = static_cast<int>(1000 * done / std::max<std::size_t>(all, 1));
            return !progress->isStopped;
        };
        auto result = std::make_shared<MatrixResult>();
        result->before.facts = factsOf(before);
        if (progress->isStopped)
            return;
        if (after.isEmpty()) {
            result->before.matrix = matrixOf(*result->before.facts.predictor, tell);
        } else {
            result->after.emplace().facts = factsOf(after);
            path::Comparison comparison = compare(*result->before.facts.predictor, *result->after->facts.predictor, tell);
            result->before.matrix = std::move(comparison.before);
            result->after->matrix = std::move(comparison.after);
            result->changes = std::move(comparison.changes);
        }
        if (progress->isStopped)
            return;
        arrange(*result);
        QMetaObject::invokeMethod(this, [this, progress, result = std::move(result)] {
            if (progress != m_progress)
                return;
            m_isRunning = false;
            m_timer.stop();
            emit finished(result);
        }, Qt::QueuedConnection);
    });
}

void MatrixRun::stop()
{
    if (!m_isRunning)
        return;
    letGo();
    emit stopped();
}

void MatrixRun::letGo()
{
    if (m_progress)
        m_progress->isStopped = true;
    m_progress.reset();
    m_timer.stop();
    m_isRunning = false;
}

} // namespace vethscope
