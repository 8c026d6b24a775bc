#pragma once

#include "core/path/matrix.h"

#include <ostream>

namespace vethscope::path {

/// A line a cell: from,to,kind,verdict,disposition,ask,ask_on,source,line,text.
void writeMatrixCsv(const Matrix &matrix, std::ostream &out);

} // namespace vethscope::path
