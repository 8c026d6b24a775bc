#include "core/flows/tcpconnections.h"

#include "core/capture/fileset.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr unsigned repeats = TcpFindings::Retransmission | TcpFindings::FastRetransmission | TcpFindings::SpuriousRetransmission;

std::vector<std::uint32_t> capturesOf(const std::vector<std::filesystem::path> &files)
{
    std::vector<std::uint32_t> captures;
    for (const std::filesystem::path &file : files)
        captures.push_back(static_cast<std::uint32_t>(std::ranges::find_if(files, [&](const auto &other) { return &other == &file || areOfOneFileSet(other, file); }) - files.begin()));
    return std::ranges::all_of(captures, [](std::uint32_t capture) { return capture == 0; }) ? std::vector<std::uint32_t>() : captures;
}

} // namespace

TcpConnections::TcpConnections(const PacketStore &store) : m_store(store), m_captures(capturesOf(store.paths())) {}

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
    seen.isRepeated = seen.findings.has(repeats);
    if (!m_captures.empty())
        seen.findings = judgedByItsCapture(header, seen.number);
    if (isReopened)
        seen.findings.flags |= TcpFindings::ReusedPorts;
    return seen;
}

TcpFindings TcpConnections::judgedByItsCapture(const FlowHeader &header, std::uint32_t number)
{
    const std::uint64_t capture = m_captures[m_store.interfaceOf(header.row).file];
    return m_ofCaptures[capture << 32 | number].see(header.segment, header.fromLow, header.row, m_store.time(header.row));
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
