#include "app/cli/matrixwriter.h"
#include "core/facts/shownline.h"

#include <map>

#include <fmt/format.h>


namespace vethscope::cli {
namespace {

std::string_view signOf(const path::Cell &cell)
{
    if (cell.verdict() == path::Verdict::Unknown)
        return "?";
    return cell.verdict() == path::Verdict::Dropped ? "X" : cell.definite ? "+" : "o";
}

} // namespace

void writeMatrixText(const path::Matrix &matrix, std::ostream &out)
{
    out << "+ arrives   o arrives, if what nobody printed is as usual   X does not arrive   ? not known\n\n";
    for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
        for (std::size_t column = 0; column < matrix.columns.size(); ++column)
            out << signOf(matrix.at(row, column));
        out << fmt::format("  {}\n", matrix.rows[row].name);
    }
    out << '\n';
    for (std::size_t column = 0; column < matrix.columns.size(); ++column)
        out << fmt::format("column {}: {} {}\n", column + 1, nameOf(matrix.columns[column].kind), matrix.columns[column].name);
    // What many cells have in common is said once.
    std::map<std::string, std::size_t> faults;
    for (const path::Cell &cell : matrix.cells) {
        if (cell.verdict() == path::Verdict::Delivered)
            continue;
        std::string text(nameOf(cell.disposition));
        if (!cell.ask.empty())
            text += fmt::format(": ask{}{}: {}", cell.askOn.empty() ? "" : " ", cell.askOn, cell.ask);
        if (!cell.evidence.empty() && cell.evidence.front().source)
            text += fmt::format("  {}:{}: {}", cell.evidence.front().source->name(), cell.evidence.front().line, shownLine(cell.evidence.front()).text);
        ++faults[text];
    }
    if (!faults.empty())
        out << '\n';
    for (const auto &[text, count] : faults)
        out << fmt::format("{} cells: {}\n", count, text);
}

} // namespace vethscope::cli
