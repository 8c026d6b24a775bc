#pragma once

#include <string_view>

namespace vethscope {

/// Whether people and prompts may call a machine so: a host's name with a letter in it, or an address. A number is none.
bool isMachineName(std::string_view text);

/// Whether machines are called so that nobody gave a name: `localhost`, and CentOS' `bogon`. Many have it.
bool isNobodysName(std::string_view host);

} // namespace vethscope
