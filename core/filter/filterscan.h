#pragma once

#include "core/capture/ascendingrows.h"
#include "core/capture/inturns.h"
#include "core/capture/packetstore.h"
#include "core/capture/rowclaims.h"
#include "core/filter/filter.h"
#include "core/filter/flowindex.h"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace vethscope {

/// What a scan does with an index of flows: it asks it, or tells it as well what it does not know yet, which takes about twice as long.
enum class FlowUse : bool { Ask, AskAndTell };

/// Runs a filter over all packets of a store on several threads; rows come out in order, as they are
/// found. Follows a store that still grows, and the facts that the filter asks for: what comes is looked at within
/// hundredths of a second. Destroying it cancels it at once.
class FilterScan
{
public:
    /// `threads` 0: one for each processor. Store and dissector outlive the scan. With an index of flows, which is of this store as this dissector
    /// reads it, what it knows is asked once a flow, and what it does not know yet is told to it if that is wanted.
    FilterScan(const PacketStore &store, const Dissector &dissector, Filter filter, unsigned threads = 0, std::shared_ptr<FlowIndex> flows = {}, FlowUse use = FlowUse::AskAndTell);
    FilterScan(const FilterScan &) = delete;
    FilterScan &operator=(const FilterScan &) = delete;
    ~FilterScan();

    const Filter &filter() const { return m_filter; }

    /// Rows of the store that match, ascending; grows while the scan runs.
    const AscendingRows &matches() const { return m_matches; }

    /// How many rows have been looked at and published.
    std::size_t done() const { return m_done.load(std::memory_order_acquire); }
    bool finished() const { return m_finished.load(std::memory_order_acquire); }
    void waitUntilFinished();

    /// Looks at no more packets. What was found stays: the matches among the first done() packets, without a gap.
    void cancel() { m_cancelled.store(true, std::memory_order_release); }
    /// Whether cancel() came before the end.
    bool incomplete() const { return m_cancelled.load(std::memory_order_acquire) && !(m_store.finished() && done() == m_store.size()); }

    /// In how many packets so far a regular expression was given up: they count as not matching.
    std::uint64_t givenUp() const { return m_givenUp.load(std::memory_order_relaxed); }

private:
    void work(const std::stop_token &stop);
    bool wanted(const std::stop_token &stop) const { return !stop.stop_requested() && !m_cancelled.load(std::memory_order_acquire); }
    RowClaims::Extent extent() const;
    // What the filter is of a flow: of none of its packets, of all, or of those that it is found to be when they are looked at.
    enum class OfFlow : std::uint8_t { Unasked, None, All, Differs };
    class Looker;

    OfFlow knownOf(std::uint32_t flow) const { return flow < m_ofFlows.size() ? m_ofFlows[flow].load(std::memory_order_relaxed) : OfFlow::Unasked; }
    OfFlow ofFlow(std::uint32_t flow, FilterScratch &scratch, Dissection &packet);
    void publish(const RowClaims::Claim &claim, std::vector<std::uint32_t> rows);

    const PacketStore &m_store;
    const Dissector &m_dissector;
    Filter m_filter;
    std::shared_ptr<FlowIndex> m_flows;
    FlowUse m_use;
    std::vector<std::atomic<OfFlow>> m_ofFlows; // by their numbers, of each that was known when the scan began
    AscendingRows m_matches;
    RowClaims m_claims;
    std::atomic<bool> m_cancelled = false;
    std::atomic<std::size_t> m_done = 0;
    std::atomic<std::uint64_t> m_givenUp = 0;
    std::atomic<bool> m_finished = false;
    std::atomic<unsigned> m_running = 0;
    std::mutex m_publishMutex;
    struct Block {
        std::vector<std::uint32_t> rows;
        std::size_t size;
    };
    InTurns<Block> m_found;
    std::vector<std::jthread> m_workers; // last, so that they end before what they use
};

} // namespace vethscope
