#pragma once

#include "core/capture/packetstore.h"
#include "core/capture/rowclaims.h"
#include "core/dissect/dissector.h"
#include "core/statistics/countingpass.h"
#include "core/statistics/packettally.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace vethscope {

/// Shows the packets of a store to tallies, one for each of its threads. Without rows it follows a store that still grows.
class PacketPass : public CountingPass
{
public:
    using MakeTally = std::function<std::unique_ptr<PacketTally>()>;

    /// `rows`: only these of the store, those that a filter let through for instance; nothing: all of them, and those that come.
    /// `threads` 0: one for each processor. Store and dissector outlive the pass.
    PacketPass(const PacketStore &store, const Dissector &dissector, MakeTally make, std::optional<std::vector<std::uint32_t>> rows = {}, unsigned threads = 0);
    ~PacketPass() override;

    std::size_t done() const override { return m_done.load(std::memory_order_acquire); }
    bool finished() const override { return m_finished.load(std::memory_order_acquire); }
    std::shared_ptr<const void> counted() const override { return tally(); }
    /// The same, typed: what all threads have kept so far.
    std::shared_ptr<const PacketTally> tally() const;
    void waitUntilFinished() const { m_finished.wait(false); }

private:
    struct Worker;

    RowClaims::Extent extent() const;
    void work(Worker &worker, const std::stop_token &stop);
    void count(Worker &worker, std::size_t begin, std::size_t end); // so many of the rows

    const PacketStore &m_store;
    const Dissector &m_dissector;
    const MakeTally m_make;
    const std::optional<std::vector<std::uint32_t>> m_rows;
    const std::size_t m_rowsEnd; // behind the last of them in the store
    bool m_readsFacts = false;
    RowClaims m_claims;
    std::atomic<std::size_t> m_done = 0;
    std::atomic<bool> m_finished = false;
    std::atomic<unsigned> m_running = 0;
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::vector<std::jthread> m_threads; // last, so that they end before what they use
};

} // namespace vethscope
