#pragma once

#include <span>

namespace vethscope {

/// What core/ says in Error and FilterError, as it is composed there: `{}` for whatever is filled in, and the parts that are filled in.
/// The core knows no Qt, so they stand here once more, where lupdate finds them; phrasebook.h uses them.
std::span<const char *const> coreSentences();

} // namespace vethscope
