#include "core/path/matrixcsv.h"

#include "core/bytes/csvtext.h"
#include "core/facts/shownline.h"

#include <string>

#include <fmt/format.h>

namespace vethscope::path {
void writeMatrixCsv(const Matrix &matrix, std::ostream &out)
{
    out << "from,to,kind,verdict,disposition,ask,ask_on,source,line,text\n";
    for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
        for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
            const Cell &cell = matrix.at(row, column);
            const Evidence line = cell.evidence.empty() ? Evidence() : cell.evidence.front();
            out << fmt::format("{},{},{},{},{},{},{},{},{},{}\n", csvText(matrix.rows[row].name), csvText(matrix.columns[column].name), nameOf(matrix.columns[column].kind), nameOf(cell.verdict()),
                       nameOf(cell.disposition), csvText(cell.ask), csvText(cell.askOn), line.source ? csvText(line.source->name()) : std::string(),
                       line.source ? std::to_string(line.line) : std::string(), line.source ? csvText(shownLine(line).text) : std::string());
        }
    }
}

} // namespace vethscope::path
