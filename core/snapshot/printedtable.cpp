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

// From the first of these words to the last, with what is between.
std::string_view across(std::string_view first, std::string_view last)
{
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

// A heading with one blank between all names: two words are one name where the rules know it.
std::vector<std::string_view> squeezedNames(std::string_view heading, ColumnRules rules)
{
    const std::vector<std::string_view> words = wordsOf(heading);
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view two = i + 1 < words.size() ? across(words[i], words[i + 1]) : std::string_view{};
        const bool known = std::ranges::find(rules, two, &ColumnRule::name) != rules.end();
        names.push_back(known ? two : words[i]);
        i += known ? 1 : 0;
    }
    return names;
}

} // namespace

PrintedTable::PrintedTable(std::string_view heading, ColumnRules rules) : m_rules(rules)
{
    std::vector<std::string_view> names = cellsOf(heading);
    if (names.size() == 1)
        names = squeezedNames(heading, rules);
    for (const std::string_view name : names) {
        m_columns.emplace_back(name);
        m_starts.push_back(static_cast<std::size_t>(name.data() - heading.data()));
    }
}

PrintedTable::PrintedTable(std::vector<std::string> columns, ColumnRules rules) : m_columns(std::move(columns)), m_rules(rules) { }

bool PrintedTable::has(std::string_view column) const
{
    return std::ranges::find(m_columns, column) != m_columns.end();
}

void PrintedTable::rename(std::size_t column, std::string name)
{
    m_columns[column] = std::move(name);
}

const ColumnRule *PrintedTable::ruleOf(std::string_view name) const
{
    const auto rule = std::ranges::find(m_rules, name, &ColumnRule::name);
    return rule == m_rules.end() ? nullptr : &*rule;
}

bool PrintedTable::isSound(std::size_t column, std::string_view cell) const
{
    const ColumnRule *rule = ruleOf(m_columns[column]);
    return rule ? rule->isSound(cell) : !cell.empty();
}

bool PrintedTable::areSound(const std::vector<std::string_view> &cells) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (!isSound(i, cells[i]))
            return false;
    return true;
}

bool PrintedTable::cutByColumns(std::string_view line, std::vector<std::string_view> &cells) const
{
    const bool aligned = !m_starts.empty() && std::ranges::all_of(m_starts, [&](std::size_t start) {
        return start == 0 || start >= line.size() || line[start - 1] == ' ';
    });
    if (!aligned)
        return false;
    cells.clear();
    for (std::size_t i = 0; i < m_starts.size(); ++i) {
        const std::size_t begin = std::min(m_starts[i], line.size());
        const std::size_t end = i + 1 < m_starts.size() ? std::min(m_starts[i + 1], line.size()) : line.size();
        cells.push_back(trimmed(line.substr(begin, end - begin)));
    }
    return true;
}

// The first way in which every column gets a sound cell, of as many words as it takes, and every word its column.
bool PrintedTable::cutByRules(const std::vector<std::string_view> &words, std::size_t from, std::vector<std::string_view> &cells) const
{
    const std::size_t column = cells.size();
    if (column == m_columns.size())
        return from == words.size();
    const std::size_t columnsBehind = m_columns.size() - column - 1;
    if (from + 1 + columnsBehind > words.size())
        return false;
    const ColumnRule *rule = ruleOf(m_columns[column]);
    const std::size_t most = std::min(rule ? rule->mostWords : 1, words.size() - from - columnsBehind);
    for (std::size_t count = most; count > 0; --count) {
        const std::string_view cell = across(words[from], words[from + count - 1]);
        if (!isSound(column, cell))
            continue;
        cells.push_back(cell);
        if (cutByRules(words, from + count, cells))
            return true;
        cells.pop_back();
    }
    return false;
}

PrintedTable::Row PrintedTable::row(std::string_view line) const
{
    Row row;
    row.m_table = this;
    row.m_cells = cellsOf(line);
    if (row.m_cells.size() == m_columns.size())
        return row;
    const std::vector<std::string_view> words = wordsOf(line);
    if (!cutByColumns(line, row.m_cells) && words.size() == m_columns.size())
        row.m_cells = words;
    return row;
}

std::optional<PrintedTable::Row> PrintedTable::soundRow(std::string_view line) const
{
    Row row;
    row.m_table = this;
    row.m_cells = cellsOf(line);
    if (row.m_cells.size() == m_columns.size() && areSound(row.m_cells))
        return row;
    if (cutByColumns(line, row.m_cells) && areSound(row.m_cells))
        return row;
    row.m_cells.clear();
    if (!m_columns.empty() && cutByRules(wordsOf(line), 0, row.m_cells))
        return row;
    return std::nullopt;
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
