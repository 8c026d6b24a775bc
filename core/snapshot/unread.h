#pragma once

#include <string_view>

namespace vethscope {

/// Whether a line that no command printed looks like what programs print: addresses, columns, flags; and not like a sentence.
/// Such a line is lost, and that is said; a sentence is prose.
bool looksLikeOutput(std::string_view line);

} // namespace vethscope
