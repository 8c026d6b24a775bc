#include "app/cli/assumedjson.h"
#include "app/cli/matrixwriter.h"

namespace vethscope::cli {

void writeMatrixJson(const path::Matrix &matrix, const SnapshotArguments &texts, std::optional<Json> changes, std::ostream &out)
{
    Json cells = Json::array();
    for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
        for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
            const path::Cell &cell = matrix.at(row, column);
            Json json{{"from", matrix.rows[row].name}, {"to", matrix.columns[column].name}, {"kind", nameOf(matrix.columns[column].kind)},
                      {"verdict", nameOf(cell.verdict())}, {"disposition", nameOf(cell.disposition)}, {"definite", cell.definite}};
            if (cell.verdict() == path::Verdict::Unknown) {
                json["ask"] = cell.ask;
                json["ask_on"] = textOrNull(cell.askOn);
            }
            json["evidence"] = evidenceJson(cell.evidence, texts);
            cells.push_back(std::move(json));
        }
    }
    Json json{{"cells", std::move(cells)}, {"assumed", listOf(matrix.assumed, assumedJson)}};
    if (changes)
        json["changes"] = std::move(*changes);
    out << jsonText(json) << '\n';
}

} // namespace vethscope::cli
