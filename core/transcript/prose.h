#pragma once

#include <string_view>

namespace vethscope {

/// Whether a line is something that people write, not programs: it begins with Chinese or has its full-width punctuation,
/// it is a Markdown fence or list item, or an English sentence. Cautious: a program may say "No such device." as well.
bool looksLikeProse(std::string_view line);

/// The same of a line that stands amid output, with no blank line in front: only full-width punctuation and fences tell.
bool interruptsOutput(std::string_view line);

} // namespace vethscope
