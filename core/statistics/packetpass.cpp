#include "core/statistics/packetpass.h"

#include "core/dissect/facts.h"

#include <algorithm>
#include <mutex>

namespace vethscope {
namespace {

constexpr std::size_t atOnce = 64;     // packets between two looks at whether the pass is wanted, and at who wants to read
constexpr std::size_t lookAhead = 4;   // rows that are asked for before they are looked at

} // namespace

// What one thread has kept; somebody may read it between two of its steps.
struct PacketPass::Worker {
    std::mutex mutex;
    std::unique_ptr<PacketTally> tally;
    Dissection packet;
};

PacketPass::PacketPass(const PacketStore &store, const Dissector &dissector, MakeTally make, std::optional<std::vector<std::uint32_t>> rows, unsigned threads)
    : m_store(store), m_dissector(dissector), m_make(std::move(make)), m_rows(std::move(rows)),
      m_rowsEnd(m_rows && !m_rows->empty() ? std::size_t{std::ranges::max(*m_rows)} + 1 : 0)
{
    const unsigned count = threads > 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
    m_running = count;
    for (unsigned i = 0; i < count; ++i) {
        m_workers.push_back(std::make_unique<Worker>());
        m_workers.back()->tally = m_make();
    }
    m_readsFacts = m_workers.front()->tally->readsFacts();
    for (unsigned i = 0; i < count; ++i)
        m_threads.emplace_back([this, i](const std::stop_token &stop) { work(*m_workers[i], stop); });
}

PacketPass::~PacketPass()
{
    for (std::jthread &thread : m_threads)
        thread.request_stop();
}

RowClaims::Extent PacketPass::extent() const
{
    const bool known = !m_readsFacts || m_store.facts().finished(); // asked first, like allSettled()
    if (m_rows) {
        const bool isEach = known || m_store.facts().done() >= m_rowsEnd;
        return {isEach ? m_rows->size() : 0, isEach};
    }
    const bool complete = m_store.allSettled();
    const std::size_t settled = m_store.settled();
    return {known ? settled : std::min(settled, m_store.facts().done()), complete && known};
}

void PacketPass::work(Worker &worker, const std::stop_token &stop)
{
    const auto wanted = [&] { return !stop.stop_requested(); };
    while (const auto claimed = m_claims.next([this] { return extent(); }, wanted))
        for (std::size_t begin = claimed->begin; begin < claimed->end && wanted(); begin += atOnce)
            count(worker, begin, std::min(begin + atOnce, claimed->end));
    if (--m_running == 0) {
        m_finished.store(true, std::memory_order_release);
        m_finished.notify_all();
    }
}

void PacketPass::count(Worker &worker, std::size_t begin, std::size_t end)
{
    {
        const std::lock_guard lock(worker.mutex);
        for (std::size_t i = begin; i < end; ++i) {
            if (!m_rows)
                m_store.expect(i + lookAhead);
            else if (i + lookAhead < m_rows->size())
                m_store.expect((*m_rows)[i + lookAhead]);
            const std::size_t row = m_rows ? (*m_rows)[i] : i;
            const Frame frame = m_store.frame(row);
            m_dissector.dissect(frame, worker.packet);
            worker.tally->count(row, frame, worker.packet);
        }
    }
    m_done.fetch_add(end - begin, std::memory_order_release);
}

std::shared_ptr<const PacketTally> PacketPass::tally() const
{
    std::unique_ptr<PacketTally> all = m_make();
    for (const auto &worker : m_workers) {
        const std::lock_guard lock(worker->mutex);
        all->add(*worker->tally);
    }
    return all;
}

} // namespace vethscope
