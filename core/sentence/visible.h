#pragma once

#include <array>
#include <string>
#include <string_view>

namespace vethscope {

/// A name from anywhere, as it can be written in one line of a terminal: control characters stand as `\027` (RFC 4343, section 2.1). What is left
/// in peace, as line ends in a message of several lines, can be told.
inline std::string visible(std::string_view text, std::string_view leftInPeace = {})
{
    std::string line;
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if ((code >= 0x20 && code != 0x7f) || leftInPeace.find(c) != std::string_view::npos) {
            line += c;
            continue;
        }
        const std::array<char, 3> digits{static_cast<char>('0' + code / 100), static_cast<char>('0' + code / 10 % 10), static_cast<char>('0' + code % 10)};
        (line += '\\').append(digits.data(), digits.size());
    }
    return line;
}

} // namespace vethscope
