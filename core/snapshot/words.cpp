#include "core/snapshot/words.h"

namespace vethscope {
std::string_view trimmed(std::string_view text)
{
    const auto isWhite = [](char letter) { return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n'; };
    while (!text.empty() && isWhite(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isWhite(text.back()))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> splitAt(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == text.npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::optional<AddressAndPort> addressAndPort(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == text.npos)
        return std::nullopt;
    const auto port = numberOf<std::uint16_t>(text.substr(colon + 1));
    if (!port)
        return std::nullopt;
    std::string_view address = text.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    return AddressAndPort{address, *port};
}

} // namespace vethscope
