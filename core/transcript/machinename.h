#pragma once

#include <string_view>

namespace vethscope {

/// Whether people and prompts may call a machine so: a host's name with a letter in it, or an address. A number is none.
bool isMachineName(std::string_view text);

} // namespace vethscope
