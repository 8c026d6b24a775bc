#include "core/dissect/shown.h"

#include "core/dissect/format.h"

#include <algorithm>

namespace vethscope {

std::string shownText(const TextBuffer &written)
{
    TextBuffer shown;
    std::string_view left(written.data(), written.size());
    while (!left.empty()) {
        const std::size_t end = std::min(left.find('\\'), left.size());
        printText(shown, left.substr(0, end));
        if (end < left.size())
            shown.push_back('\\');
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return fmt::to_string(shown);
}

} // namespace vethscope
