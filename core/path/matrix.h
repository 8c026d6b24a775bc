#pragma once

#include "core/path/cellplan.h"
#include "core/path/prediction.h"

#include <set>
#include <utility>
#include <vector>

namespace vethscope::path {

/// Whether one reaches another, by the likeliest way.
struct Cell {
    Disposition disposition = Disposition::FactsMissing;
    bool definite = false; // nothing was assumed, all ways end alike, and the end is known
    std::string ask{}, askOn{};
    EvidenceList evidence{}; // the line at fault

    Verdict verdict() const { return verdictOf(disposition); }
    friend bool operator==(const Cell &, const Cell &) = default;
};

/// Every node and pod to every node, pod and service with an address.
struct Matrix {
    std::vector<Who> rows{};    // nodes, then pods, in the cluster's order
    std::vector<Who> columns{}; // the same, then services
    std::vector<Cell> cells{};  // row by row
    std::set<AssumedFact> assumed{};

    const Cell &at(std::size_t row, std::size_t column) const { return cells[row * columns.size() + column]; }
};

/// Who stands in the matrix: its rows, and its columns.
std::pair<std::vector<Who>, std::vector<Who>> everybody(const Places &places);

/// Whether every cell is walked, or one for all that no kernel can tell apart (alike.h); the cells are the same.
enum class Walks : std::uint8_t { OfClasses, OfCells };

/// On all cores. Stopped, it has no cells.
Matrix matrixOf(const Predictor &predictor, const CellProgress &progress = {}, Walks walks = Walks::OfClasses);

} // namespace vethscope::path
