#pragma once

#include "core/columns/rowsort.h"
#include "ui/shared/worker.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace vethscope {

/// Where rows stand once they are sorted.
struct ListOrder {
    std::vector<std::uint32_t> places{}; // of each row the place among the displayed that is to stand there
    std::vector<std::uint32_t> rows{};   // of each place its row
};

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
    /// Whoever listens may take it.
    void finished(vethscope::ListOrder &order);

private:
    struct Run;
    void look();

    std::shared_ptr<Run> m_run;
    Worker m_worker;
    QTimer m_timer;
};

} // namespace vethscope
