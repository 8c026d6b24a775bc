#pragma once

#include <string_view>

namespace vethscope {

/// MAC addresses and ranges of them that standards and their registries give a purpose, in the format of Wireshark's `wka` and by its words.
extern const std::string_view wellKnownMacs;

} // namespace vethscope
