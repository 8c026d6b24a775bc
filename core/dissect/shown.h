#pragma once

#include <string>
#include <string_view>

namespace vethscope {

/// What a header says of itself (Protocol::summary, Protocol::info, a row's label), fit for a row: control characters and bytes that
/// are no UTF-8 are escaped as printText() does, and backslashes, with which parts of it may be escaped already, stay.
std::string shownText(std::string_view written);

} // namespace vethscope
