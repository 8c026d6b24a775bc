#include "core/flows/trafficpass.h"

#include "core/flows/traffictable.h"

#include <algorithm>
#include <mutex>

namespace vethscope {
namespace {

constexpr std::size_t together = 64; // packets between two looks at whether the pass is wanted, and at who wants to read
constexpr std::size_t ahead = 4;     // rows that are asked for before they are looked at

} // namespace

// What one thread has counted; somebody may read it between two of its steps.
struct TrafficPass::Worker {
    std::mutex mutex;
    TrafficTable table;
    Dissection packet;
};

TrafficPass::TrafficPass(const PacketStore &store, const Dissector &dissector, std::optional<std::vector<std::uint32_t>> rows, unsigned threads)
    : m_store(store), m_dissector(dissector), m_rows(std::move(rows))
{
    const unsigned count = threads > 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
    m_running = count;
    for (unsigned i = 0; i < count; ++i)
        m_workers.push_back(std::make_unique<Worker>());
    for (unsigned i = 0; i < count; ++i)
        m_threads.emplace_back([this, i](const std::stop_token &stop) { work(*m_workers[i], stop); });
}

TrafficPass::~TrafficPass()
{
    for (std::jthread &thread : m_threads)
        thread.request_stop();
}

RowClaims::Extent TrafficPass::extent() const
{
    if (m_rows)
        return {m_rows->size(), true};
    const bool complete = m_store.allSettled();
    return {m_store.settled(), complete};
}

void TrafficPass::work(Worker &worker, const std::stop_token &stop)
{
    const auto wanted = [&] { return !stop.stop_requested(); };
    while (const auto claimed = m_claims.next([this] { return extent(); }, wanted))
        for (std::size_t begin = claimed->begin; begin < claimed->end && wanted(); begin += together)
            count(worker, begin, std::min(begin + together, claimed->end));
    if (--m_running == 0) {
        m_finished.store(true, std::memory_order_release);
        m_finished.notify_all();
    }
}

void TrafficPass::count(Worker &worker, std::size_t begin, std::size_t end)
{
    {
        const std::lock_guard lock(worker.mutex);
        for (std::size_t i = begin; i < end; ++i) {
            if (!m_rows)
                m_store.expect(i + ahead);
            else if (i + ahead < m_rows->size())
                m_store.expect((*m_rows)[i + ahead]);
            const Frame frame = m_store.frame(m_rows ? (*m_rows)[i] : i);
            m_dissector.dissect(frame, worker.packet);
            worker.table.count(frame, worker.packet);
        }
    }
    m_done.fetch_add(end - begin, std::memory_order_release);
}

std::vector<Conversation> TrafficPass::conversations() const
{
    TrafficTable all;
    for (const auto &worker : m_workers) {
        const std::lock_guard lock(worker->mutex);
        all.add(worker->table);
    }
    return all.conversations();
}

} // namespace vethscope
