#include "core/snapshot/printedtable.h"
#include "core/snapshot/words.h"

#include <algorithm>

namespace vethscope {
namespace {

// Where words that two blanks or a tab part begin and end: names such as "POD ID" have one blank inside.
std::vector<std::string_view> cellsOf(std::string_view line)
{
    std::vector<std::string_view> cells;
    std::size_t begin = line.find_first_not_of(" \t");
    while (begin != line.npos) {
        std::size_t end = std::min({line.find("  ", begin), line.find('\t', begin), line.size()});
        cells.push_back(trimmed(line.substr(begin, end - begin)));
        begin = line.find_first_not_of(" \t", end);
    }
    return cells;
}

} // namespace

PrintedTable::PrintedTable(std::string_view heading)
{
    std::vector<std::string_view> names = cellsOf(heading);
    // One blank between all names: the table was squeezed, and no name can be told from two.
    if (names.size() == 1)
        names = wordsOf(heading);
    for (const std::string_view name : names) {
        m_columns.emplace_back(name);
        m_starts.push_back(static_cast<std::size_t>(name.data() - heading.data()));
    }
}

bool PrintedTable::has(std::string_view column) const
{
    return std::ranges::find(m_columns, column) != m_columns.end();
}

PrintedTable::Row PrintedTable::row(std::string_view line) const
{
    Row row;
    row.m_table = this;
    row.m_cells = cellsOf(line);
    if (row.m_cells.size() == m_columns.size())
        return row;
    const std::vector<std::string_view> words = wordsOf(line);
    const bool aligned = !m_starts.empty() && std::ranges::all_of(m_starts, [&](std::size_t start) {
        return start == 0 || start >= line.size() || line[start - 1] == ' ';
    });
    if (aligned) {
        row.m_cells.clear();
        for (std::size_t i = 0; i < m_starts.size(); ++i) {
            const std::size_t begin = std::min(m_starts[i], line.size());
            const std::size_t end = i + 1 < m_starts.size() ? std::min(m_starts[i + 1], line.size()) : line.size();
            row.m_cells.push_back(trimmed(line.substr(begin, end - begin)));
        }
    } else if (words.size() == m_columns.size()) {
        row.m_cells = words;
    }
    return row;
}

std::string_view PrintedTable::Row::operator[](std::string_view column) const
{
    const auto found = std::ranges::find(m_table->m_columns, column);
    const auto index = static_cast<std::size_t>(found - m_table->m_columns.begin());
    if (found == m_table->m_columns.end() || index >= m_cells.size() || m_cells[index] == "<none>" || m_cells[index] == "<unset>")
        return {};
    return m_cells[index];
}

} // namespace vethscope
