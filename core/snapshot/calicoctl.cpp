#include "core/snapshot/calicoctl.h"
#include "core/snapshot/words.h"

#include <algorithm>

namespace vethscope {
namespace {

std::string kindOf(std::string_view word)
{
    std::string kind(word.substr(0, word.find('.')));
    for (char &letter : kind)
        letter = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
    return kind;
}

// NAME alone is a heading too, but only a call tells of what.
bool isHeading(std::string_view line, const CalicoctlTable &table)
{
    const PrintedTable heading(line, table.rules);
    return line.starts_with("NAME") && heading.has("NAME") && heading.has(table.column);
}

} // namespace

bool isCalicoctlGet(const std::vector<std::string> &words, std::string_view singular, std::string_view plural)
{
    if (words.empty())
        return false;
    const auto get = std::ranges::find(words, "get");
    if (get == words.end() || get + 1 == words.end())
        return false;
    const bool calico = words[0] == "calicoctl" || (words.size() > 1 && words[1] == "calico") || (get + 1)->find("projectcalico.org") != std::string::npos;
    const std::string kind = kindOf(*(get + 1));
    return calico && (kind == singular || kind == plural);
}

bool isCalicoctlTable(const Reading &reading, const CalicoctlTable &table)
{
    return reading.first() < reading.end() && isHeading(reading.line(reading.first()), table);
}

void readCalicoctlTable(Reading &reading, const CalicoctlTable &table)
{
    std::vector<std::string> columns;
    if (!table.layout.empty())
        for (const std::string_view name : splitAt(table.layout, ','))
            columns.emplace_back(name);
    PrintedTable printed(std::move(columns), table.rules);
    for (std::uint32_t line = reading.first(); line < reading.end(); ++line) {
        const std::string_view text = reading.line(line);
        if (isHeading(text, table) || (!reading.words().empty() && trimmed(text) == "NAME")) {
            printed = PrintedTable(text, table.rules);
            reading.understood(line);
        } else if (const auto row = printed.soundRow(text)) {
            table.readRow(reading, *row, line);
        }
    }
}

bool isAsNumber(std::string_view cell)
{
    if (cell.starts_with('(') && cell.ends_with(')'))
        cell = cell.substr(1, cell.size() - 2);
    return cell == "-" || cell == "unknown" || numberOf<std::uint32_t>(cell);
}

bool isTrueOrFalse(std::string_view cell)
{
    return cell == "true" || cell == "false";
}

} // namespace vethscope
