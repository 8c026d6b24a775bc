#pragma once

#include <span>

namespace vethscope {

/// The sentences of core/ that the window translates (Message in core/dissect/message.h). The core
/// knows no Qt, so they stand here once more, where lupdate finds them.
std::span<const char *const> coreMessages();

} // namespace vethscope
