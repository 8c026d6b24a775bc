#pragma once

#include "core/snapshot/snapshot.h" // before <compare> of the next one, which moc does not understand on its own
#include "ui/matrix/matrixresult.h"
#include "ui/shared/worker.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace vethscope {

/// One side of what is foretold: a cluster that is joined already, or a snapshot whose facts are joined first.
struct MatrixSource {
    std::shared_ptr<const Cluster> cluster{};
    std::shared_ptr<const Snapshot> snapshot{};

    bool isEmpty() const { return !cluster && !snapshot; }
};

/// Fills a matrix, or compares two, on a worker. Nobody waits for it: what is stopped while facts are being joined, which nothing
/// interrupts, ends by itself, and what is started meanwhile begins behind it.
class MatrixRun : public QObject
{
    Q_OBJECT

public:
    explicit MatrixRun(QObject *parent = nullptr);
    ~MatrixRun() override;

    /// What is under way is stopped. Without a source after it, nothing is compared.
    void start(MatrixSource before, MatrixSource after = {});
    void stop();
    bool isRunning() const { return m_isRunning; }

signals:
    /// So many thousandths are done.
    void progressed(int thousandths);
    void finished(const std::shared_ptr<const vethscope::MatrixResult> &result);
    /// By stop(): nothing came of it.
    void stopped();

private:
    struct Progress {
        std::atomic<int> thousandths = 0;
        std::atomic<bool> isStopped = false;
    };

    void letGo();

    std::shared_ptr<Progress> m_progress;
    bool m_isRunning = false;
    QTimer m_timer;
    std::shared_ptr<Worker> m_worker = std::make_shared<Worker>();
};

} // namespace vethscope
