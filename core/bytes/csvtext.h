#pragma once

#include <string>
#include <string_view>

namespace vethscope {

/// A cell in quotes; a quote within is written twice (RFC 4180, section 2).
inline std::string csvQuoted(std::string_view value)
{
    std::string text = "\"";
    for (const char letter : value) {
        if (letter == '"')
            text += '"';
        text += letter;
    }
    return text + '"';
}

/// The same, in quotes only where it holds what parts cells and rows.
inline std::string csvText(std::string_view value)
{
    return value.find_first_of(",\"\r\n") == value.npos ? std::string(value) : csvQuoted(value);
}

} // namespace vethscope
