#pragma once

#include "core/capture/packetstore.h"
#include "core/capture/rowclaims.h"
#include "core/dissect/dissector.h"
#include "core/flows/traffic.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace vethscope {

/// Counts the conversations of a store on several threads. Without rows it follows a store that still grows; what is counted can be
/// had at any time. Destroying it cancels it at once.
class TrafficPass
{
public:
    /// `rows`: only these of the store, those that a filter let through for instance; nothing: all of them, and those that come.
    /// `threads` 0: one for each processor. Store and dissector outlive the pass.
    TrafficPass(const PacketStore &store, const Dissector &dissector, std::optional<std::vector<std::uint32_t>> rows = {},
                unsigned threads = 0);
    TrafficPass(const TrafficPass &) = delete;
    TrafficPass &operator=(const TrafficPass &) = delete;
    ~TrafficPass();

    /// The conversations among the packets that are counted so far, in the order in which they first appear.
    std::vector<Conversation> conversations() const;

    /// How many rows have been counted.
    std::size_t done() const { return m_done.load(std::memory_order_acquire); }
    bool finished() const { return m_finished.load(std::memory_order_acquire); }
    void waitUntilFinished() const { m_finished.wait(false); }

private:
    struct Worker;

    RowClaims::Extent extent() const;
    void work(Worker &worker, const std::stop_token &stop);
    void count(Worker &worker, std::size_t begin, std::size_t end); // so many of the rows

    const PacketStore &m_store;
    const Dissector &m_dissector;
    const std::optional<std::vector<std::uint32_t>> m_rows;
    RowClaims m_claims;
    std::atomic<std::size_t> m_done = 0;
    std::atomic<bool> m_finished = false;
    std::atomic<unsigned> m_running = 0;
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::vector<std::jthread> m_threads; // last, so that they end before what they use
};

} // namespace vethscope
