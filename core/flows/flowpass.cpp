#include "core/flows/flowpass.h"

#include "core/flows/flowfacts.h"
#include "core/protocols/protocols.h"
#include "core/protocols/udp_stateful.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <utility>

namespace vethscope {
namespace {

using namespace std::chrono_literals;

// Small enough that what was read lies in the processor's cache until its turn, large enough that turns cost nothing.
constexpr std::size_t blockSize = 1024;
// A worker that is so far ahead waits for the others.
constexpr std::size_t mostWaiting = 64;
constexpr std::size_t headersAhead = 4; // whose connections are asked for before they are looked at
constexpr auto told = std::to_array<const Protocol *>({&protocols::tcp, &protocols::udp});
constexpr auto pollInterval = 1ms; // for more packets of a store that grows

} // namespace

FlowPass::FlowPass(PacketStore &store, const Dissector &dissector, unsigned threads, Lookahead lookahead)
    : m_store(store), m_dissector(dissector), m_connections(store), m_exchanges(store, lookahead)
{
    store.facts().attach(*this);
    const unsigned count = threads > 0 ? threads : std::max(1u, std::thread::hardware_concurrency());
    m_running = count;
    for (unsigned i = 0; i < count; ++i)
        m_workers.emplace_back([this](const std::stop_token &stop) { work(stop); });
}

FlowPass::~FlowPass()
{
    for (std::jthread &worker : m_workers)
        worker.request_stop();
    m_workers.clear();
    m_store.facts().detach(*this);
}

void FlowPass::waitFor(std::size_t frames) const
{
    while (done() < frames && !finished())
        std::this_thread::sleep_for(pollInterval);
}

// Takes the next rows that are there; nothing when there will be none.
std::optional<RowClaims::Claim> FlowPass::claim(const std::stop_token &stop)
{
    const std::lock_guard lock(m_claimMutex);
    while (!stop.stop_requested()) {
        const bool complete = m_store.allSettled();
        const std::size_t end = std::min(m_store.settled(), m_claimed + blockSize);
        if (end > m_claimed && m_blocks < m_read.turn() + mostWaiting)
            return RowClaims::Claim{m_blocks++, std::exchange(m_claimed, end), end};
        if (complete && end == m_claimed)
            return std::nullopt;
        std::this_thread::sleep_for(pollInterval);
    }
    return std::nullopt;
}

void FlowPass::work(const std::stop_token &stop)
{
    Dissection packet;
    while (const auto claimed = claim(stop)) {
        FlowBlock block{.begin = claimed->begin, .end = claimed->end};
        block.read(m_store, m_dissector, m_tables, packet);
        const std::lock_guard lock(m_turnMutex); // whoever brings the block whose turn it is digests it and those behind it that wait already
        m_read.add(claimed->turn, std::move(block), [this](const FlowBlock &next) { digest(next); });
    }
    if (--m_running == 0)
        finish();
}

void FlowPass::digest(const FlowBlock &block)
{
    auto message = block.messages.begin();
    Stream stream;
    for (std::size_t headers = 0;; ++headers) {
        for (; message != block.messages.end() && message->behind == headers; ++message)
            see(*message, stream);
        if (headers == block.headers.size())
            break;
        expect(block, headers);
        stream = see(block.headers[headers], block.conversations[headers]);
    }
    m_findings.publish(static_cast<std::uint32_t>(block.end));
    m_exchanges.publish(block.end);
    m_done.store(block.end, std::memory_order_release);
}

// Asks memory for what the headers behind this one need.
void FlowPass::expect(const FlowBlock &block, std::size_t header) const
{
    const auto numberAt = [&](std::size_t i) {
        const bool isKnown = i < block.headers.size() && block.headers[i].kind == FlowHeader::Kind::Tcp && block.conversations[i] != ConversationTable::none;
        return isKnown ? std::optional(block.conversations[i]) : std::nullopt;
    };
    if (const auto number = numberAt(header + 3 * headersAhead))
        m_connections.expectPlace(*number);
    if (const auto number = numberAt(header + 2 * headersAhead))
        m_connections.expectConnection(*number);
    if (const auto number = numberAt(header + headersAhead))
        m_connections.expectContent(*number);
}

// As in Wireshark, what a segment has that was sent before is not looked at again.
void FlowPass::see(const ExchangeFacts::Found &message, const Stream &stream)
{
    const bool isInStream = stream.row == message.row;
    if (!exchangeRules[message.rule]->ofStream || (isInStream && !stream.isRepeated))
        m_exchanges.see(message, stream.number);
}

FlowPass::Stream FlowPass::see(const FlowHeader &header, std::uint32_t known)
{
    constexpr std::uint64_t ofUdp = std::uint64_t{1} << 32; // which counts by itself
    if (header.kind == FlowHeader::Kind::Udp)
        return {.row = header.row, .number = ofUdp | (known != ConversationTable::none ? known : m_tables.udp.findOrAdd(header.ends, header.hash))};
    const std::uint32_t first = known != ConversationTable::none ? known : m_tables.tcp.findOrAdd(header.ends, header.hash);
    TcpConnections::Seen seen = m_connections.see(header, first, m_tables.tcp);
    if (seen.number != first)
        seen.findings.stream = seen.number;
    m_findings.add(header.row, header.nth, seen.findings);
    return {header.row, seen.isRepeated, seen.number};
}

void FlowPass::finish()
{
    m_connections.forget();
    m_exchanges.finish();
    m_finished.store(true, std::memory_order_release);
    m_finished.notify_all();
}

std::uint32_t FlowPass::streamOf(const FlowHeader &header) const
{
    if (header.row >= done())
        return ConversationTable::none;
    if (header.kind == FlowHeader::Kind::Udp)
        return m_tables.udp.find(header.ends, header.hash);
    const std::uint32_t later = m_findings.find(header.row, header.nth).stream;
    return later != TcpFindings::none ? later : m_tables.tcp.find(header.ends, header.hash);
}

bool FlowPass::isAskedBy(std::span<const Protocol *const> asked)
{
    const auto isTold = [](const Protocol *protocol, std::span<const Protocol *const> by) { return std::ranges::find(by, protocol) != by.end(); };
    return std::ranges::any_of(asked, [&](const Protocol *protocol) { return isTold(protocol, told) || isTold(protocol, ExchangeFacts::told()); });
}

std::span<const Protocol *const> FlowPass::protocols() const
{
    return told;
}

void FlowPass::add(const LayerView &view, Details &details) const
{
    if (view.frame().number > done())
        return;
    const auto header = flowHeaderAt(view);
    if (!header)
        return;
    if (header->kind == FlowHeader::Kind::Udp) {
        details.generate(named(udpStatefulFields, "stream"), m_tables.udp.find(header->ends, header->hash));
        return;
    }
    const TcpFindings findings = m_findings.find(header->row, header->nth);
    const std::uint32_t stream = findings.stream != TcpFindings::none ? findings.stream : m_tables.tcp.find(header->ends, header->hash);
    addTcpFacts(details, m_store, view.header(), *header, stream, m_connections[stream], findings);
}

std::size_t FlowPass::memory() const
{
    return m_exchanges.memory() + m_tables.tcp.memory() + m_tables.udp.memory() + m_findings.memory() + m_connections.memory();
}

} // namespace vethscope
