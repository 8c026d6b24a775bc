#pragma once

#include "core/transcript/transcript.h"

namespace vethscope {

/// The line behind the JSON value that begins on the first of these lines, by its brackets; the first line when no value ends at a
/// line's end.
std::uint32_t endOfJson(const SourceText &source, LineRange rest);

/// Whether the whole text is one JSON value.
bool isWholeJson(const SourceText &source);

} // namespace vethscope
