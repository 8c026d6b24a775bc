#include "core/snapshot/linewidth.h"

#include "core/transcript/lines.h"

#include <algorithm>

namespace vethscope {

std::size_t columns(std::string_view line)
{
    return static_cast<std::size_t>(std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::size_t cells(std::string_view line)
{
    std::size_t count = 0;
    for (std::string_view rest = withoutBlanks(line); !rest.empty(); ++count) {
        const std::size_t gap = rest.find("  ");
        rest = gap == std::string_view::npos ? std::string_view{} : withoutBlanks(rest.substr(gap));
    }
    return count;
}

} // namespace vethscope
