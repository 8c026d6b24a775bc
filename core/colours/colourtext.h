#pragma once

#include "core/figure/colours.h"

#include <optional>
#include <string>
#include <string_view>

namespace vethscope {

/// `#rrggbb`, or three numbers of sixteen bits in brackets, `[65535, 0xFFFF, 0]`.
std::optional<Rgb> colourOfText(std::string_view text);

/// `[65535,65535,65535]`
std::string sixteenBits(Rgb colour);
/// `[0xFFFF, 0xFFFF, 0xFFFF]`
std::string hexadecimalBits(Rgb colour);

} // namespace vethscope
