#pragma once

#include <QFont>
#include <QString>

#include <string_view>

namespace vethscope {

/// Beside the numbers of lines, and in front of the text.
inline constexpr int sourceMargin = 12;

/// A fixed-pitch font with every character in its own column: without the ligatures that fonts for programmers have.
QFont sourceFont();
/// Bytes of a text as they are shown.
QString shownSource(std::string_view text);
/// Whether a word of a host's output ends there.
bool endsSourceWord(char character);

} // namespace vethscope
