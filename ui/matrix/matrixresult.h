#pragma once

#include "core/path/changegroups.h" // before <compare> of the next ones, which moc does not understand on its own
#include "core/path/matrixorder.h"

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace vethscope {

/// The facts that ways are foretold from.
struct MatrixFacts {
    std::shared_ptr<const Cluster> cluster;
    std::unique_ptr<const path::Predictor> predictor;
};

/// A matrix with the facts that it was made of, as it is looked at.
struct MatrixTable {
    MatrixFacts facts;
    path::Matrix matrix;
    path::MatrixOrder order;
    std::unordered_map<std::size_t, std::size_t> changes; // cell → place in MatrixResult::changes
};

/// What the window shows: a matrix, or two that were compared.
struct MatrixResult {
    MatrixTable before;
    std::optional<MatrixTable> after;
    std::vector<path::ChangedWay> changes;
    std::vector<path::ChangeGroup> groups;

    const MatrixTable &table(bool isAfter) const { return isAfter && after ? *after : before; }
};

/// What follows from the matrices for looking at them: the order, which cell a change is of, which line explains which changes.
void arrange(MatrixResult &result);

/// A cell's number in its matrix; nothing where one of the two is not there.
std::optional<std::size_t> cellOf(const path::Matrix &matrix, const path::ChangedWay &change);

} // namespace vethscope
