#include "core/flows/tcpfindingsstore.h"

#include <algorithm>

namespace vethscope {
namespace {

// Rows between two marks: a reader walks half of them on average.
constexpr std::uint32_t markEvery = 16;

// What follows the first byte of a record, in this order.
enum Part : std::uint8_t {
    HasFlags = 0x01,
    HasBytesInFlight = 0x02,
    HasAcknowledged = 0x04,
    HasInnerHeader = 0x08, // not the outermost TCP header of its frame
    HasStream = 0x10,
};
// The record's row is so many behind the one before it; what does not fit into these bits follows as a number.
constexpr unsigned stepShift = 5;
constexpr std::uint32_t longStep = 7;

} // namespace

// Reads one record after another from a mark on.
class TcpFindingsStore::Reader
{
public:
    Reader(const TcpFindingsStore &store, std::uint32_t row)
        : m_bytes(store.m_bytes), m_row(row / markEvery * markEvery), m_end(store.m_bytes.size())
    {
        const std::size_t mark = row / markEvery;
        const std::size_t marks = store.m_marks.size(); // asked after the bytes
        m_at = mark < marks ? store.m_marks[mark] : m_end;
        if (mark + 1 < marks)
            m_end = std::min<std::uint64_t>(m_end, store.m_marks[mark + 1]);
    }

    // The findings of the next header, whose row and place are row() and nth() then; false behind the last before the next mark.
    bool next(TcpFindings &findings)
    {
        if (m_at >= m_end)
            return false;
        const std::uint8_t parts = m_bytes[m_at++];
        const std::uint32_t step = parts >> stepShift;
        m_row += step == longStep ? number() : step;
        m_nth = parts & HasInnerHeader ? static_cast<std::uint8_t>(number()) : 0;
        findings = {};
        if (parts & HasStream)
            findings.stream = number();
        if (parts & HasFlags) {
            findings.flags = static_cast<std::uint16_t>(number());
            if (findings.has(TcpFindings::DuplicateAcknowledgment)) {
                findings.duplicateNumber = number();
                findings.duplicateOf = earlierRow();
            }
            if (findings.has(TcpFindings::Retransmission))
                findings.timeoutSince = earlierRow();
        }
        if (parts & HasBytesInFlight)
            findings.bytesInFlight = number();
        if (parts & HasAcknowledged)
            findings.acknowledged = earlierRow();
        return true;
    }

    std::uint32_t row() const { return m_row; }
    std::uint8_t nth() const { return m_nth; }

private:
    // Seven bits a byte, the lowest first; a set top bit says that more follow.
    std::uint32_t number()
    {
        std::uint32_t value = 0;
        for (unsigned shift = 0;; shift += 7) {
            const std::uint8_t byte = m_bytes[m_at++];
            value |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
            if (!(byte & 0x80))
                return value;
        }
    }

    // 0 stands for none.
    std::uint32_t earlierRow()
    {
        const std::uint32_t distance = number();
        return distance == 0 ? TcpFindings::none : m_row + 1 - distance;
    }

    const AppendOnly<std::uint8_t> &m_bytes;
    std::uint32_t m_row;
    std::uint8_t m_nth = 0;
    std::uint64_t m_at = 0;
    std::uint64_t m_end;
};

void TcpFindingsStore::put(std::uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        m_bytes.stage(static_cast<std::uint8_t>(number | 0x80));
    m_bytes.stage(static_cast<std::uint8_t>(number));
}

void TcpFindingsStore::mark(std::uint32_t row)
{
    while (m_marks.staged() <= row / markEvery) {
        m_last = static_cast<std::uint32_t>(m_marks.staged()) * markEvery;
        m_marks.stage(m_bytes.staged());
    }
}

void TcpFindingsStore::add(std::uint32_t row, std::uint8_t nth, const TcpFindings &findings)
{
    if (!findings.analysed() && findings.stream == TcpFindings::none)
        return;
    mark(row);
    const std::uint32_t step = row - m_last;
    m_last = row;
    m_bytes.stage(static_cast<std::uint8_t>(std::min(step, longStep) << stepShift | (findings.flags ? HasFlags : 0)
                                            | (findings.bytesInFlight ? HasBytesInFlight : 0)
                                            | (findings.acknowledged != TcpFindings::none ? HasAcknowledged : 0)
                                            | (nth ? HasInnerHeader : 0) | (findings.stream != TcpFindings::none ? HasStream : 0)));
    const auto putEarlier = [&](std::uint32_t earlier) { put(earlier == TcpFindings::none ? 0 : row + 1 - earlier); };
    if (step >= longStep)
        put(step);
    if (nth)
        put(nth);
    if (findings.stream != TcpFindings::none)
        put(findings.stream);
    if (findings.flags) {
        put(findings.flags);
        if (findings.has(TcpFindings::DuplicateAcknowledgment)) {
            put(findings.duplicateNumber);
            putEarlier(findings.duplicateOf);
        }
        if (findings.has(TcpFindings::Retransmission))
            putEarlier(findings.timeoutSince);
    }
    if (findings.bytesInFlight)
        put(findings.bytesInFlight);
    if (findings.acknowledged != TcpFindings::none)
        putEarlier(findings.acknowledged);
}

void TcpFindingsStore::publish(std::uint32_t rows)
{
    mark(rows);
    m_marks.publish(); // first: a reader that sees bytes has to see where they belong
    m_bytes.publish();
}

TcpFindings TcpFindingsStore::find(std::uint32_t row, std::uint8_t nth) const
{
    Reader reader(*this, row);
    for (TcpFindings findings; reader.next(findings) && reader.row() <= row;)
        if (reader.row() == row && reader.nth() == nth)
            return findings;
    return {};
}

} // namespace vethscope
