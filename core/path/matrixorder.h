#pragma once

#include "core/path/matrix.h"

#include <string>
#include <vector>

namespace vethscope::path {

/// Rows or columns that stand beside each other: a node with its pods, pods whose node nobody knows, the services.
struct MatrixGroup {
    enum class Kind : std::uint8_t { Node, Nowhere, Services };

    Kind kind = Kind::Node;
    std::string node{}; // its name
    std::size_t first = 0, count = 0;
};

/// The order in which a matrix is looked at: node by node, as the topology has them.
struct MatrixOrder {
    std::vector<std::size_t> rows{}, columns{}; // of the matrix
    std::vector<MatrixGroup> rowGroups{}, columnGroups{};
};
MatrixOrder orderOf(const Matrix &matrix);

} // namespace vethscope::path
