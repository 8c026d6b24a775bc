#include "core/filter/filterscan.h"

#include <algorithm>
#include <chrono>

namespace vethscope {
namespace {

// Small enough for first rows within milliseconds, large enough that handing them out costs nothing.
constexpr std::size_t blockSize = 4096;

constexpr std::size_t ahead = 4; // rows that are asked for before they are looked at

} // namespace

FilterScan::FilterScan(const PacketStore &store, const Dissector &dissector, Filter filter, unsigned threads)
    : m_store(store), m_dissector(dissector), m_filter(std::move(filter))
{
    const unsigned count = threads > 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
    m_running = count;
    for (unsigned i = 0; i < count; ++i)
        m_workers.emplace_back([this](const std::stop_token &stop) { work(stop); });
}

FilterScan::~FilterScan()
{
    for (std::jthread &worker : m_workers)
        worker.request_stop();
}

void FilterScan::work(const std::stop_token &stop)
{
    FilterScratch scratch;
    Dissection packet;
    while (!stop.stop_requested()) {
        const std::size_t block = m_nextBlock.fetch_add(1);
        const std::size_t begin = block * blockSize;
        std::size_t end = begin;
        // A block is taken when it is full, or when no more packets will come.
        while (!stop.stop_requested()) {
            const bool complete = m_store.finished();
            end = std::clamp(m_store.size(), begin, begin + blockSize);
            if (end == begin + blockSize || complete)
                break;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        if (stop.stop_requested() || end == begin)
            break;
        std::vector<std::uint32_t> rows;
        for (std::size_t row = begin; row < end; ++row) {
            m_store.expect(row + ahead);
            const Frame frame = m_store.frame(row);
            m_dissector.dissect(frame, packet);
            if (m_filter.matches(frame, packet, scratch))
                rows.push_back(static_cast<std::uint32_t>(row));
        }
        publish(block, std::move(rows), end - begin);
    }
    if (--m_running == 0) {
        m_finished.store(true, std::memory_order_release);
        m_finished.notify_all();
    }
}

void FilterScan::publish(std::size_t block, std::vector<std::uint32_t> rows, std::size_t size)
{
    const std::lock_guard lock(m_publishMutex);
    m_waiting.emplace(block, Block{std::move(rows), size});
    for (auto next = m_waiting.begin(); next != m_waiting.end() && next->first == m_turn; next = m_waiting.begin()) {
        for (std::uint32_t row : next->second.rows)
            m_matches.stage(row);
        m_matches.publish();
        m_done.fetch_add(next->second.size, std::memory_order_release);
        m_waiting.erase(next);
        ++m_turn;
    }
}

void FilterScan::waitUntilFinished()
{
    m_finished.wait(false);
}

} // namespace vethscope
