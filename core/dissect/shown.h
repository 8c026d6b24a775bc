#pragma once

#include "core/dissect/protocol.h"

#include <string>

namespace vethscope {

/// What a header says of itself (Protocol::summary, Protocol::info), fit for a row: control characters and bytes that are no UTF-8
/// are escaped as printText() does, and backslashes, with which parts of it may be escaped already, stay.
std::string shownText(const TextBuffer &written);

} // namespace vethscope
