#include "core/flows/tcpconnections.h"

namespace vethscope {
namespace {

constexpr unsigned repeats = TcpFindings::Retransmission | TcpFindings::FastRetransmission | TcpFindings::SpuriousRetransmission;

} // namespace

TcpConnections::TcpConnections(const PacketStore &store) : m_store(store), m_captures(store) {}

TcpConnections::Seen TcpConnections::see(const FlowHeader &header, std::uint32_t first, ConversationTable &table)
{
    if (first == m_all.size())
        m_all.append(std::make_unique<TcpConnection>());
    const auto later = m_latest.find(first);
    Seen seen{.number = later == m_latest.end() ? first : later->second};
    if (!header.whole)
        return seen;
    const bool isReopened = header.segment.opens() && m_all[seen.number]->isReopenedBy(header.segment, header.fromLow);
    if (isReopened) {
        m_all[seen.number]->forget();
        seen.number = table.addAnother(header.ends);
        m_all.append(std::make_unique<TcpConnection>());
        m_latest[first] = seen.number;
    }
    seen.findings = m_all[seen.number]->see(header.segment, header.fromLow, header.row, m_store.time(header.row));
    if (m_captures.areSeveral())
        seen.findings = judgedByItsCapture(header, seen.number);
    seen.isRepeated = seen.findings.has(repeats);
    if (isReopened)
        seen.findings.flags |= TcpFindings::ReusedPorts;
    return seen;
}

TcpFindings TcpConnections::judgedByItsCapture(const FlowHeader &header, std::uint32_t number)
{
    return m_ofCaptures[std::uint64_t{m_captures.of(header.row)} << 32 | number].see(header.segment, header.fromLow, header.row, m_store.time(header.row));
}

void TcpConnections::forget()
{
    for (std::size_t i = 0; i < m_all.size(); ++i)
        m_all[i]->forget();
    m_ofCaptures.clear();
}

std::size_t TcpConnections::memory() const
{
    return m_all.memory() + (m_all.size() + m_ofCaptures.size()) * sizeof(TcpConnection);
}

} // namespace vethscope
