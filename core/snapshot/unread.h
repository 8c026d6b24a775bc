#pragma once

#include <string_view>

namespace vethscope {

/// Whether a line that no command printed looks like what programs print: addresses, columns, flags; and not like a sentence.
/// Such a line is lost, and that is said; a sentence is prose.
bool looksLikeOutput(std::string_view line);

/// Whether lines may have been taken out where this one stands: `...`, `***`, `-- omitted --`, or anything at the line's very beginning.
/// What stands below belongs to nothing that stands above.
bool mayHideLines(std::string_view line);

/// Whether somebody wrote that line in place of others: `...`, `***`, `[...]`, `<snip>`, `-- omitted --`, `（省略）`; no ruler and no fence.
bool isGapMark(std::string_view line);

} // namespace vethscope
