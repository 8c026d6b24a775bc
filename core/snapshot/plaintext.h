#pragma once

#include "core/bytes/result.h"
#include "core/facts/evidence.h"

#include <string>
#include <string_view>

namespace vethscope {

/// A file's bytes as UTF-8 without a byte order mark: UTF-16, which Windows' `>` writes, and GB18030, which Chinese Windows
/// writes, are converted; what is neither keeps its bytes but for those that are no UTF-8, which become U+FFFD.
/// An error for a file that is no text.
Result<std::string> plainText(std::string bytes, std::string_view name);

} // namespace vethscope
