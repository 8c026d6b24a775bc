#include "core/export/csvwriter.h"

namespace vethscope {
namespace {

// RFC 4180: a quote within quotes is written twice.
void putCells(const std::vector<std::string> &cells, std::string &out)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        out += i ? ",\"" : "\"";
        for (const char letter : cells[i])
            out += letter == '"' ? "\"\"" : std::string(1, letter);
        out += '"';
    }
    out += '\n';
}

} // namespace

void CsvPackets::begin(std::string &out)
{
    putCells(m_cells.titles(), out);
}

void CsvPackets::write(const PacketRow &row, std::string &out)
{
    putCells(m_cells.of(row), out);
}

} // namespace vethscope
