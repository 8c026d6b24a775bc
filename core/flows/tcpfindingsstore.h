#pragma once

#include "core/bytes/appendonly.h"
#include "core/flows/tcpfindings.h"

#include <cstdint>
#include <vector>

namespace vethscope {

/// The findings of all TCP headers of a capture, packed: a header that nothing was found of takes no
/// room, others three to six bytes. One thread adds in the order of rows; any thread reads what was published.
class TcpFindingsStore
{
public:
    /// Findings of the `nth` TCP header (0 is the outermost) of the frame in `row`.
    void add(std::uint32_t row, std::uint8_t nth, const TcpFindings &findings);
    /// Shows readers all rows before `rows`; they are complete.
    void publish(std::uint32_t rows);

    /// What was found; nothing for a header without findings or in a row that was not published.
    TcpFindings find(std::uint32_t row, std::uint8_t nth) const;

    /// Heap bytes in use.
    std::size_t memory() const { return m_bytes.memory() + m_marks.memory(); }

private:
    class Reader;

    void mark(std::uint32_t row);
    void put(std::uint64_t number);

    AppendOnly<std::uint8_t> m_bytes;
    AppendOnly<std::uint64_t, 4096> m_marks; // where every 64th row's findings begin
    std::uint32_t m_last = 0;                // the row of the last findings since the mark
};

} // namespace vethscope
