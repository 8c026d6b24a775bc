#pragma once

#include "core/columns/rowsort.h"
#include "ui/worker.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace vethscope {

/// Brings rows into the order of a key, beside the window. One order at a time: another one that is asked for takes the place of the first.
class ListSorter : public QObject
{
    Q_OBJECT

public:
    explicit ListSorter(QObject *parent = nullptr);
    ~ListSorter() override;

    /// Store and dissector stay until it has finished, or stop() has returned.
    void start(const PacketStore &store, const Dissector &dissector, std::vector<std::uint32_t> rows, SortKey key, bool descending);
    void stop();
    bool isRunning() const { return m_run != nullptr; }
    std::size_t done() const;
    std::size_t total() const;

signals:
    void progressed();
    /// The place of each row in `rows` that is to stand there.
    void finished(const std::vector<std::uint32_t> &places);

private:
    struct Run;
    void look();

    std::shared_ptr<Run> m_run;
    Worker m_worker;
    QTimer m_timer;
};

} // namespace vethscope
