#include "core/snapshot/linewidth.h"

#include "core/bytes/utf8.h"
#include "core/transcript/lines.h"

namespace vethscope {

std::size_t columns(std::string_view line)
{
    return utf8Count(line);
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
