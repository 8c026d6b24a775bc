#pragma once

#include "core/figure/figure.h"

#include <string>
#include <string_view>

namespace vethscope::figure {

/// How wide a UTF-8 text is in Inter or JetBrains Mono, in pixels; what they lack (Chinese) is as wide as it is high, as in
/// Noto Sans CJK. From the fonts' own advance widths, kerning left out: never off by more than a few parts in a hundred.
double textWidth(std::string_view text, Face face, double size, bool strong = false);

/// The text, or its beginning and end with … between, not wider than `room`.
std::string elidedInTheMiddle(std::string_view text, double room, Face face, double size, bool strong = false);

/// The text, or its beginning with … behind it, not wider than `room`.
std::string elidedAtTheEnd(std::string_view text, double room, Face face, double size, bool strong = false);

} // namespace vethscope::figure
