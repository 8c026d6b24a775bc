#pragma once

#include "core/transcript/transcript.h"

#include <string_view>
#include <vector>

namespace vethscope {

/// Whether a line that no command printed looks like what programs print: addresses, columns, flags; and not like a sentence.
/// Such a line is lost, and that is said; a sentence is prose.
bool looksLikeOutput(std::string_view line);

/// Of lines that no command printed, those that are lost: what looks like output, and what stands with it without a blank line between
/// and was not written by people. The rest is prose.
std::vector<std::uint32_t> lostLines(const SourceText &source, LineRange lines);

/// Whether a word of a line is an address that somebody made unreadable: `10.244.x.x`, `52:54:00:xx:xx:xx`, `xx.xx.xx.xx`.
bool hasMaskedAddress(std::string_view line);

/// Whether this may stand in the place of lines that were taken out: a gap mark, and whatever else has neither letters nor digits.
bool mayStandForLines(std::string_view line);

/// Whether lines may have been taken out where this one stands: `...`, `***`, `-- omitted --`, or anything at the line's very beginning.
/// What stands below belongs to nothing that stands above.
bool mayHideLines(std::string_view line);

/// Whether somebody wrote that line in place of others: `...`, `***`, `[...]`, `<snip>`, `-- omitted --`, `（省略）`; no ruler and no fence.
bool isGapMark(std::string_view line);

} // namespace vethscope
