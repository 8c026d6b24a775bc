#include "core/dissect/message.h"

#include <fmt/format.h>

namespace vethscope {

std::string filled(std::string_view text, const Message &message)
{
    std::string result;
    std::uint64_t numbers[] = {message.first, message.second};
    std::size_t used = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "{}" && used < 2) {
            result += fmt::format("{}", numbers[used++]);
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string Message::english() const
{
    return filled(text, *this);
}

} // namespace vethscope
