#include "core/dissect/shown.h"

#include "core/dissect/format.h"

#include <algorithm>

namespace vethscope {

std::string shownText(std::string_view written)
{
    TextBuffer shown;
    while (!written.empty()) {
        const std::size_t end = std::min(written.find('\\'), written.size());
        printText(shown, written.substr(0, end));
        if (end < written.size())
            shown.push_back('\\');
        written.remove_prefix(std::min(end + 1, written.size()));
    }
    return fmt::to_string(shown);
}

} // namespace vethscope
