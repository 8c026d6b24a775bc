#include "core/snapshot/jsonextent.h"

#include "core/transcript/lines.h"

namespace vethscope {

std::uint32_t endOfJson(const SourceText &source, LineRange rest)
{
    int depth = 0;
    bool inString = false;
    for (std::uint32_t line = rest.first; line < rest.end(); ++line) {
        const std::string_view text = source.line(line);
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (inString && c == '\\')
                ++i;
            else if (c == '"')
                inString = !inString;
            else if (!inString && (c == '{' || c == '['))
                ++depth;
            else if (!inString && (c == '}' || c == ']') && --depth == 0)
                return isBlank(text.substr(i + 1)) ? line + 1 : rest.first;
        }
        if (inString) // JSON's strings end on their line
            return rest.first;
    }
    return rest.first;
}

bool isWholeJson(const SourceText &source)
{
    const auto size = static_cast<std::uint32_t>(source.size());
    std::uint32_t first = 1, end = size + 1;
    while (first < end && isBlank(source.line(first)))
        ++first;
    while (first < end && isBlank(source.line(end - 1)))
        --end;
    const bool begins = first < end && std::string_view("[{").contains(withoutBlanks(source.line(first)).front());
    return begins && endOfJson(source, {first, end - first}) == end;
}

} // namespace vethscope
