#include "core/export/csvwriter.h"

#include "core/bytes/csvtext.h"

namespace vethscope {
namespace {

void putCells(const std::vector<std::string> &cells, std::string &out)
{
    for (std::size_t i = 0; i < cells.size(); ++i)
        out.append(i ? "," : "").append(csvQuoted(cells[i]));
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
