#pragma once

#include "core/bytes/appendonly.h"
#include "core/capture/packetstore.h"
#include "core/filter/filter.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace vethscope {

/// Runs a filter over all packets of a store on several threads; rows come out in order, as they are
/// found. Follows a store that still grows, and a stateful filter the store's facts. Destroying it cancels it at once.
class FilterScan
{
public:
    /// `threads` 0: one for each processor. Store and dissector outlive the scan.
    FilterScan(const PacketStore &store, const Dissector &dissector, Filter filter, unsigned threads = 0);
    FilterScan(const FilterScan &) = delete;
    FilterScan &operator=(const FilterScan &) = delete;
    ~FilterScan();

    const Filter &filter() const { return m_filter; }

    /// Rows of the store that match, ascending; grows while the scan runs.
    const AppendOnly<std::uint32_t> &matches() const { return m_matches; }

    /// How many rows have been looked at and published.
    std::size_t done() const { return m_done.load(std::memory_order_acquire); }
    bool finished() const { return m_finished.load(std::memory_order_acquire); }
    void waitUntilFinished();

private:
    void work(const std::stop_token &stop);
    void publish(std::size_t block, std::vector<std::uint32_t> rows, std::size_t size);

    const PacketStore &m_store;
    const Dissector &m_dissector;
    Filter m_filter;
    AppendOnly<std::uint32_t> m_matches;
    std::atomic<std::size_t> m_nextBlock = 0;
    std::atomic<std::size_t> m_done = 0;
    std::atomic<bool> m_finished = false;
    std::atomic<unsigned> m_running = 0;
    std::mutex m_publishMutex;
    struct Block {
        std::vector<std::uint32_t> rows;
        std::size_t size;
    };
    std::map<std::size_t, Block> m_waiting; // blocks found before their turn
    std::size_t m_turn = 0;
    std::vector<std::jthread> m_workers; // last, so that they end before what they use
};

} // namespace vethscope
