#pragma once

#include "core/transcript/lines.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace vethscope {

/// A text without the mark that Windows' editors put before it.
constexpr std::string_view withoutByteOrderMark(std::string_view text)
{
    constexpr std::string_view mark = "\xef\xbb\xbf";
    return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

/// Calls take(number, line) for each line of a file that lists something, a line each, as Wireshark's do: without the blanks at its ends. Empty lines and remarks,
/// which begin with `#`, list nothing.
template <typename Take>
void forEachListed(std::string_view text, Take take)
{
    text = withoutByteOrderMark(text);
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = withoutBlanks(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && line.front() != '#')
            take(number, line);
    }
}

} // namespace vethscope
