#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vethscope {

constexpr bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// The number that the whole text is, digits only and not above `most`.
inline std::optional<std::uint32_t> parseDigits(std::string_view text, int base, std::uint32_t most)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (error != std::errc{} || end != text.data() + text.size() || number > most)
        return std::nullopt;
    return number;
}

} // namespace vethscope
