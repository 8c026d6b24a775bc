#pragma once

#include "core/capture/inturns.h"
#include "core/capture/packetstore.h"
#include "core/capture/rowclaims.h"
#include "core/dissect/dissector.h"
#include "core/dissect/facts.h"
#include "core/exchanges/exchangefacts.h"
#include "core/flows/flowblock.h"
#include "core/flows/flowheader.h"
#include "core/flows/tcpconnections.h"
#include "core/flows/tcpfindingsstore.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <thread>
#include <vector>

namespace vethscope {

/// One pass over all packets of a store: numbers the TCP and UDP conversations as they appear and lets every TCP
/// connection see its segments, and requests and responses find each other (ExchangeFacts). Runs on several threads behind a store that may
/// still grow; what is done can be read meanwhile. The store's frames know it while it lives. Destroying it cancels it at once.
class FlowPass final : public FactGiver
{
public:
    /// `threads` 0: one for each processor. Store and dissector outlive the pass, frames read meanwhile do not.
    FlowPass(PacketStore &store, const Dissector &dissector, unsigned threads = 0, Lookahead lookahead = Lookahead::All);
    FlowPass(const FlowPass &) = delete;
    FlowPass &operator=(const FlowPass &) = delete;
    ~FlowPass() override;

    /// Whether it finds out something of headers of these protocols.
    static bool isAskedBy(std::span<const Protocol *const> asked);

    std::span<const Protocol *const> protocols() const override;
    void add(const LayerView &view, Details &details) const override;
    std::size_t done() const override { return m_done.load(std::memory_order_acquire); }
    bool finished() const override { return m_finished.load(std::memory_order_acquire); }
    void waitUntilFinished() const { m_finished.wait(false); }
    /// Returns once so many frames, or all that there are, are done.
    void waitFor(std::size_t frames) const;

    /// The number of the conversation that a header of these packets belongs to; ConversationTable::none in a row beyond done().
    std::uint32_t streamOf(const FlowHeader &header) const;

    const ConversationTable &tcp() const { return m_tables.tcp; }
    const ConversationTable &udp() const { return m_tables.udp; }

    /// Private memory in bytes.
    std::size_t memory() const;

private:
    // The conversation that a header belongs to.
    struct Stream {
        std::uint32_t row = UINT32_MAX;
        bool isRepeated = false; // a segment that was sent before: what it has was seen
        std::uint64_t number = 0;
    };

    void work(const std::stop_token &stop);
    std::optional<RowClaims::Claim> claim(const std::stop_token &stop);
    void digest(const FlowBlock &block);
    void expect(const FlowBlock &block, std::size_t header) const;
    Stream see(const FlowHeader &header, std::uint32_t known);
    void see(const ExchangeFacts::Found &message, const Stream &stream);
    void finish();

    PacketStore &m_store;
    const Dissector &m_dissector;
    FlowTables m_tables;
    TcpConnections m_connections;
    TcpFindingsStore m_findings;
    ExchangeFacts m_exchanges;

    std::atomic<std::size_t> m_done = 0;
    std::atomic<bool> m_finished = false;
    std::atomic<unsigned> m_running = 0;
    std::mutex m_claimMutex; // who takes the next rows
    std::size_t m_claimed = 0;
    std::size_t m_blocks = 0;
    std::mutex m_turnMutex; // blocks that were read before their turn, and whose turn it is
    InTurns<FlowBlock> m_read;
    std::vector<std::jthread> m_workers; // last, so that they end before what they use
};

} // namespace vethscope
