#pragma once

#include "core/transcript/lines.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope {

/// Without white space at either end.
std::string_view trimmed(std::string_view text);

/// The parts between single separators; an empty text has one empty part.
std::vector<std::string_view> splitAt(std::string_view text, char separator);

/// A decimal number that is the whole text and fits.
template <typename Number>
std::optional<Number> numberOf(std::string_view text)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return number;
}

/// `0x10` or `16`, the whole text.
template <typename Number>
std::optional<Number> hexOrDecimal(std::string_view text)
{
    if (!text.starts_with("0x"))
        return numberOf<Number>(text);
    Number number{};
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), number, 16);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// An address and a port with `:` between, IPv6 in brackets or not: `10.244.0.9:80`, `[::]:8472`, `:::53`.
struct AddressAndPort {
    std::string_view address;
    std::uint16_t port;
};
std::optional<AddressAndPort> addressAndPort(std::string_view text);

} // namespace vethscope
