#include "core/export/plaintextwriter.h"

#include "core/bytes/dumptext.h"
#include "core/dissect/tree.h"

#include <array>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr auto cellWidths = std::to_array<std::size_t>({6, 12, 20, 20, 20, 10}); // the first columns stand below one another

std::size_t charactersOf(std::string_view text)
{
    std::size_t count = 0;
    for (const char letter : text)
        count += (static_cast<unsigned char>(letter) & 0xC0) != 0x80;
    return count;
}

} // namespace

void PlainTextPackets::putLine(const std::vector<std::string> &cells, std::string &out)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        out += cells[i];
        if (i + 1 == cells.size())
            break;
        const std::size_t width = i < cellWidths.size() ? cellWidths[i] : 8, taken = charactersOf(cells[i]);
        out.append(taken < width ? width - taken : 0, ' ').append(" ");
    }
    out += '\n';
}

void PlainTextPackets::begin(std::string &out)
{
    if (m_parts.summary && !m_parts.details && !m_parts.bytes)
        putLine(m_cells.titles(), out);
}

void PlainTextPackets::write(const PacketRow &row, std::string &out)
{
    const bool isLong = m_parts.details || m_parts.bytes;
    if (!m_isFirst && isLong)
        out += m_parts.pageEach ? "\f" : "\n";
    m_isFirst = false;
    if (m_parts.summary && isLong)
        putLine(m_cells.titles(), out);
    if (m_parts.summary)
        putLine(m_cells.of(row), out);
    if (m_parts.details)
        out.append(m_parts.summary ? "\n" : "").append(textOf(treeOf(row.frame, row.packet, m_registry)));
    if (m_parts.bytes) {
        out += m_parts.summary || m_parts.details ? "\n" : "";
        out += dumpWithText(row.frame.bytes.first(row.frame.captured()), 2);
    }
}

} // namespace vethscope
