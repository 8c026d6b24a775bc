#include "core/colours/colourtext.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr unsigned most = 0xFFFF;

std::optional<unsigned> numberAt(std::string_view &text)
{
    while (text.starts_with(' ') || text.starts_with('"'))
        text.remove_prefix(1);
    const bool isHexadecimal = text.starts_with("0x") || text.starts_with("0X");
    if (isHexadecimal)
        text.remove_prefix(2);
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, isHexadecimal ? 16 : 10);
    if (error != std::errc() || number > most)
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    while (text.starts_with(' ') || text.starts_with('"'))
        text.remove_prefix(1);
    return number;
}

std::array<unsigned, 3> partsOf(Rgb colour)
{
    const auto part = [colour](int shift) { return (colour >> shift & 0xFF) * 0x101u; };
    return {part(16), part(8), part(0)};
}

} // namespace

std::optional<Rgb> colourOfText(std::string_view text)
{
    if (text.starts_with('#')) {
        Rgb colour = 0;
        const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), colour, 16);
        return text.size() == 7 && error == std::errc() && end == text.data() + text.size() ? std::optional(colour) : std::nullopt;
    }
    Rgb colour = 0;
    for (const char before : {'[', ',', ','}) {
        if (!text.starts_with(before))
            return std::nullopt;
        text.remove_prefix(1);
        const auto part = numberAt(text);
        if (!part)
            return std::nullopt;
        colour = colour << 8 | *part >> 8;
    }
    return text == "]" ? std::optional(colour) : std::nullopt;
}

std::string sixteenBits(Rgb colour)
{
    const auto [red, green, blue] = partsOf(colour);
    return fmt::format("[{},{},{}]", red, green, blue);
}

std::string hexadecimalBits(Rgb colour)
{
    const auto [red, green, blue] = partsOf(colour);
    return fmt::format("[0x{:04X}, 0x{:04X}, 0x{:04X}]", red, green, blue);
}

} // namespace vethscope
