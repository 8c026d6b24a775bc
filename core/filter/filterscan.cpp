#include "core/filter/filterscan.h"

#include "core/dissect/facts.h"

#include <algorithm>
#include <utility>

namespace vethscope {
namespace {

constexpr std::size_t lookUpEvery = 64; // packets: whether the scan is still wanted
constexpr std::size_t ahead = 4;        // rows that are asked for before they are looked at

} // namespace

FilterScan::FilterScan(const PacketStore &store, const Dissector &dissector, Filter filter, unsigned threads)
    : m_store(store), m_dissector(dissector), m_filter(std::move(filter)), m_facts(m_filter.followsFlows() ? store.facts() : nullptr)
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

RowClaims::Extent FilterScan::extent() const
{
    const bool complete = m_facts ? m_facts->finished() : m_store.allSettled();
    return {m_facts ? m_facts->done() : m_store.settled(), complete};
}

void FilterScan::work(const std::stop_token &stop)
{
    FilterScratch scratch;
    Dissection packet;
    std::uint64_t counted = 0;
    while (const auto claimed = m_claims.next([this] { return extent(); }, [&] { return wanted(stop); })) {
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

void FilterScan::publish(const RowClaims::Claim &claim, std::vector<std::uint32_t> rows)
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
