#include "core/filter/filterscan.h"

#include "core/dissect/facts.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace vethscope {
namespace {

// Small enough for first rows within milliseconds, large enough that handing them out costs nothing.
constexpr std::size_t blockSize = 4096;
constexpr std::chrono::milliseconds patience(10); // for a whole block of a store that grows
constexpr std::size_t lookUpEvery = 64;           // packets: whether the scan is still wanted

constexpr std::size_t ahead = 4; // rows that are asked for before they are looked at

} // namespace

FilterScan::FilterScan(const PacketStore &store, const Dissector &dissector, Filter filter, unsigned threads)
    : m_store(store), m_dissector(dissector), m_filter(std::move(filter)), m_facts(m_filter.stateful() ? store.facts() : nullptr)
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

// Whole blocks; of a store that grows slowly, what is there after a moment.
std::optional<FilterScan::Claim> FilterScan::claim(const std::stop_token &stop)
{
    const std::lock_guard lock(m_claimMutex); // the others have nothing to do either while one waits
    std::chrono::milliseconds waited(0);
    while (wanted(stop)) {
        const bool complete = m_facts ? m_facts->finished() : m_store.allSettled();
        const std::size_t there = (m_facts ? m_facts->done() : m_store.settled()) - m_nextRow;
        if (there >= blockSize || (there > 0 && (complete || waited >= patience))) {
            const std::size_t begin = m_nextRow;
            m_nextRow += std::min(there, blockSize);
            return Claim{m_nextTurn++, begin, m_nextRow};
        }
        if (complete)
            break;
        const std::chrono::milliseconds pause(waited < 2 * patience ? 1 : 10);
        std::this_thread::sleep_for(pause);
        waited += pause;
    }
    return std::nullopt;
}

void FilterScan::work(const std::stop_token &stop)
{
    FilterScratch scratch;
    Dissection packet;
    std::uint64_t counted = 0;
    while (const auto claimed = claim(stop)) {
        std::vector<std::uint32_t> rows;
        std::size_t row = claimed->begin;
        for (; row < claimed->end && (row % lookUpEvery != 0 || wanted(stop)); ++row) {
            m_store.expect(row + ahead);
            const Frame frame = m_store.frame(row);
            m_dissector.dissect(frame, packet);
            if (m_filter.matches(frame, packet, scratch))
                rows.push_back(static_cast<std::uint32_t>(row));
        }
        m_givenUp.fetch_add(scratch.givenUp() - std::exchange(counted, scratch.givenUp()), std::memory_order_relaxed);
        if (row < claimed->end)
            break; // and nothing behind it is published
        publish(*claimed, std::move(rows));
    }
    if (--m_running == 0) {
        m_finished.store(true, std::memory_order_release);
        m_finished.notify_all();
    }
}

void FilterScan::publish(const Claim &claim, std::vector<std::uint32_t> rows)
{
    const std::lock_guard lock(m_publishMutex);
    m_waiting.emplace(claim.turn, Block{std::move(rows), claim.end - claim.begin});
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
