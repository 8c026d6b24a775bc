#include "core/filter/literal.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cctype>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace vethscope {
namespace {

FilterError expected(const Token &token, std::string_view what)
{
    return {fmt::format("\"{}\" is not {}", token.text, what), token.offset, token.length};
}

bool sameWord(std::string_view left, std::string_view right)
{
    return std::ranges::equal(left, right, [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b)); });
}

std::optional<std::int64_t> integer(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    int base = 10;
    if (text.starts_with("0x") || text.starts_with("0X")) {
        base = 16;
        text.remove_prefix(2);
    } else if (text.starts_with("0b") || text.starts_with("0B")) {
        base = 2;
        text.remove_prefix(2);
    } else if (text.size() > 1 && text.starts_with('0')) {
        base = 8;
        text.remove_prefix(1);
    }
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return negative ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
}

Result<Literal, FilterError> number(const Token &token, std::span<const ValueName> names)
{
    if (token.kind == Token::Kind::Character)
        return Literal{.number = static_cast<unsigned char>(token.text[0])};
    if (const auto value = integer(token.text))
        return Literal{.number = *value};
    for (const ValueName &name : names)
        if (sameWord(name.text, token.text))
            return Literal{.number = static_cast<std::int64_t>(name.value)};
    return std::unexpected(expected(token, "a number"));
}

Result<Literal, FilterError> flag(const Token &token)
{
    if (sameWord(token.text, "true") || sameWord(token.text, "set"))
        return Literal{.number = 1};
    if (sameWord(token.text, "false"))
        return Literal{.number = 0};
    if (const auto value = integer(token.text))
        return Literal{.number = *value != 0};
    return std::unexpected(expected(token, "1, 0, True or False"));
}

// Seconds with up to nine decimals.
Result<Literal, FilterError> time(const Token &token)
{
    constexpr std::int64_t second = 1'000'000'000;
    const std::size_t point = token.text.find('.');
    const auto whole = integer(token.text.substr(0, point));
    if (!whole)
        return std::unexpected(expected(token, "a time in seconds"));
    std::int64_t fraction = 0;
    if (point != std::string::npos) {
        std::string digits = token.text.substr(point + 1, 9);
        if (digits.empty() || !std::ranges::all_of(digits, [](unsigned char c) { return std::isdigit(c); }))
            return std::unexpected(expected(token, "a time in seconds"));
        digits.resize(9, '0');
        std::from_chars(digits.data(), digits.data() + digits.size(), fraction);
    }
    return Literal{.number = *whole * second + (*whole < 0 ? -fraction : fraction)};
}

Result<Literal, FilterError> address(const Token &token, int family, std::size_t size, std::string_view what)
{
    const std::size_t slash = token.text.find('/');
    Literal literal;
    literal.bytes.resize(size);
    if (::inet_pton(family, token.text.substr(0, slash).c_str(), literal.bytes.data()) != 1)
        return std::unexpected(expected(token, what));
    if (slash != std::string::npos) {
        const auto bits = integer(token.text.substr(slash + 1));
        if (!bits || *bits < 0 || static_cast<std::size_t>(*bits) > size * 8)
            return std::unexpected(FilterError{fmt::format("a prefix length here is between 0 and {}", size * 8),
                                               token.offset + slash + 1, token.length - slash - 1});
        literal.prefixBits = static_cast<int>(*bits);
    }
    return literal;
}

std::optional<std::vector<std::byte>> hexadecimal(std::string_view text)
{
    std::vector<std::byte> bytes;
    const bool separated = text.find_first_of(":-.") != text.npos;
    for (std::size_t i = 0; i < text.size();) {
        if (separated && (text[i] == ':' || text[i] == '-' || text[i] == '.')) {
            ++i;
            continue;
        }
        const std::size_t digits = i + 1 < text.size() && std::isxdigit(static_cast<unsigned char>(text[i + 1])) ? 2 : 1;
        unsigned value = 0;
        const auto [end, error] = std::from_chars(text.data() + i, text.data() + i + digits, value, 16);
        if (error != std::errc{} || end != text.data() + i + digits || (digits == 1 && !separated))
            return std::nullopt;
        bytes.push_back(static_cast<std::byte>(value));
        i += digits;
    }
    return bytes.empty() ? std::nullopt : std::optional(std::move(bytes));
}

std::vector<std::byte> characters(std::string_view text)
{
    const Bytes view = asBytes(text);
    return {view.begin(), view.end()};
}

} // namespace

Result<Literal, FilterError> readLiteral(const Token &token, Show show, std::span<const ValueName> names)
{
    switch (show) {
    case Show::Nothing:
        return std::unexpected(FilterError{"this field has no value to compare with", token.offset, token.length});
    case Show::Decimal:
    case Show::Hexadecimal:
        return number(token, names);
    case Show::Flag:
        return flag(token);
    case Show::Time:
        return time(token);
    case Show::Ipv4:
        return address(token, AF_INET, 4, "an IPv4 address");
    case Show::Ipv6:
        return address(token, AF_INET6, 16, "an IPv6 address");
    case Show::Text:
        return Literal{.bytes = characters(token.text)};
    case Show::Mac:
        if (auto bytes = hexadecimal(token.text); bytes && bytes->size() == 6)
            return Literal{.bytes = std::move(*bytes)};
        return std::unexpected(expected(token, "a MAC address"));
    case Show::Raw:
        if (token.kind == Token::Kind::Word)
            if (auto bytes = hexadecimal(token.text))
                return Literal{.bytes = std::move(*bytes)};
        return Literal{.bytes = characters(token.text)};
    }
    return std::unexpected(expected(token, "a value"));
}

} // namespace vethscope
