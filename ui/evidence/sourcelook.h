#pragma once

#include <QFont>

namespace vethscope {

/// Beside the numbers of lines, and in front of the text.
inline constexpr int sourceMargin = 12;

/// A fixed-pitch font with every character in its own column: without the ligatures that fonts for programmers have.
QFont sourceFont();
/// Whether a word of a host's output ends there.
bool endsSourceWord(char character);

} // namespace vethscope
