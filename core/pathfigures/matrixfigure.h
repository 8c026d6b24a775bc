#pragma once

#include "core/figure/colours.h"
#include "core/path/matrixorder.h"
#include "core/sentence/sentence.h"

#include <functional>
#include <string>

namespace vethscope::path {

/// What a drawing of a matrix says beside its cells.
struct MatrixFigureOptions {
    std::string title{}, caption{};
    std::function<bool(std::size_t cell)> isChanged{}; // of a matrix that is compared with another
    Sentence::Language language{};
};

/// The matrix as a self-contained SVG, for a slide: names at the left and above, a square with a sign for each cell, what the signs mean.
std::string matrixSvg(const Matrix &matrix, const MatrixOrder &order, const MatrixFigureOptions &options, const Colours &colours);

} // namespace vethscope::path
