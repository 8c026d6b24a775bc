#include "core/filter/literal.h"

#include "core/filter/dateliteral.h"
#include "core/filter/timeliteral.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cctype>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

namespace vethscope {
namespace {

FilterError expected(const Token &token, Sentence what)
{
    return {Sentence::of("\"{}\" is not {}", token.text, std::move(what)), token.offset, token.length};
}

bool sameWord(std::string_view left, std::string_view right)
{
    return std::ranges::equal(left, right, [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b)); });
}

std::optional<std::int64_t> integer(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
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
    return static_cast<std::int64_t>(negative ? 0 - value : value);
}

// What is quoted is never a number, but may be one of the field's words.
std::optional<std::int64_t> written(const Token &token)
{
    if (token.kind == Token::Kind::Character)
        return static_cast<unsigned char>(token.text[0]);
    return token.kind == Token::Kind::Text ? std::nullopt : integer(token.text);
}

std::optional<std::int64_t> named(const Token &token, std::span<const ValueName> names)
{
    for (const ValueName &name : names)
        if (sameWord(name.text, token.text))
            return static_cast<std::int64_t>(name.value);
    return std::nullopt;
}

Result<Literal, FilterError> number(const Token &token, const ValueType &type)
{
    const auto value = written(token);
    if (!value) {
        if (const auto word = named(token, type.names))
            return Literal{.number = *word};
        return std::unexpected(expected(token, type.names.empty() ? Sentence::of("a number") : Sentence::of("a number or a word for one")));
    }
    if (!token.text.starts_with('-') && static_cast<std::uint64_t>(*value) > type.largest)
        return std::unexpected(FilterError{Sentence::of("{} is too large: the field has room for {}", token.text, type.largest),
                                           token.offset, token.length});
    return Literal{.number = *value};
}

Result<Literal, FilterError> flag(const Token &token, const ValueType &type)
{
    if (const auto value = written(token))
        return Literal{.number = *value != 0};
    if (const auto word = named(token, type.names))
        return Literal{.number = *word};
    if (sameWord(token.text, "true") || sameWord(token.text, "set"))
        return Literal{.number = 1};
    if (sameWord(token.text, "false") || sameWord(token.text, "not set"))
        return Literal{.number = 0};
    return std::unexpected(expected(token, Sentence::of("1, 0, True or False")));
}

Result<Literal, FilterError> address(const Token &token, int family, std::size_t size, Sentence what)
{
    const std::size_t slash = token.text.find('/');
    Literal literal;
    literal.bytes.resize(size);
    if (token.kind == Token::Kind::Text || ::inet_pton(family, token.text.substr(0, slash).c_str(), literal.bytes.data()) != 1)
        return std::unexpected(expected(token, std::move(what)));
    if (slash != std::string::npos) {
        const auto bits = integer(token.text.substr(slash + 1));
        if (!bits || *bits < 0 || static_cast<std::size_t>(*bits) > size * 8)
            return std::unexpected(FilterError{Sentence::of("a prefix length here is between 0 and {}", size * 8),
                                               token.offset + slash + 1, token.length - slash - 1});
        literal.prefixBits = static_cast<int>(*bits);
    }
    return literal;
}

// Groups of two digits joined by `:`, `-` or `.`, groups of four joined by `.`, or digits alone: 0x47, 7.
std::optional<std::vector<std::byte>> hexadecimal(std::string_view text)
{
    if (text.starts_with("0x") || text.starts_with("0X"))
        text.remove_prefix(2);
    else if (text.size() == 1 && std::isxdigit(static_cast<unsigned char>(text[0])))
        return std::vector{static_cast<std::byte>(std::stoi(std::string(text), nullptr, 16))};
    const std::size_t joint = text.find_first_of(":-.");
    const std::size_t group = joint == text.npos ? text.size() : joint;
    if (text.empty() || group % 2 != 0 || (joint != text.npos && group != 2 && !(group == 4 && text[joint] == '.')))
        return std::nullopt;
    std::vector<std::byte> bytes;
    for (std::size_t at = 0; at < text.size();) {
        if (at > 0 && text[at++] != text[joint])
            return std::nullopt;
        const std::size_t end = at + group;
        for (; at < end; at += 2) {
            unsigned value = 0;
            if (at + 2 > text.size() || std::from_chars(text.data() + at, text.data() + at + 2, value, 16).ptr != text.data() + at + 2)
                return std::nullopt;
            bytes.push_back(static_cast<std::byte>(value));
        }
    }
    return bytes;
}

Literal characters(std::string_view text)
{
    const Bytes view = asBytes(text);
    return {.bytes = {view.begin(), view.end()}};
}

Result<Literal, FilterError> bytes(const Token &token)
{
    if (token.kind == Token::Kind::Text || token.kind == Token::Kind::Character)
        return characters(token.text);
    if (auto octets = hexadecimal(token.text))
        return Literal{.bytes = std::move(*octets)};
    return std::unexpected(expected(token, Sentence::of("bytes in hexadecimal; text stands in quotes")));
}

std::optional<std::int64_t> readMilliseconds(std::string_view text)
{
    const auto thousandfold = readSeconds(text);
    return thousandfold ? std::optional(*thousandfold / 1000) : std::nullopt;
}

template <typename Read>
Result<Literal, FilterError> time(const Token &token, Read read, Sentence what)
{
    if (const auto nanoseconds = read(token.text))
        return Literal{.number = *nanoseconds};
    return std::unexpected(expected(token, std::move(what)));
}

} // namespace

Result<Literal, FilterError> readLiteral(const Token &token, const ValueType &type)
{
    switch (type.show) {
    case Show::Nothing:
        return std::unexpected(FilterError{Sentence::of("this field has no value to compare with"), token.offset, token.length});
    case Show::Decimal:
    case Show::Signed:
    case Show::Hexadecimal:
        return number(token, type);
    case Show::Flag:
        return flag(token, type);
    case Show::Time:
        if (token.kind == Token::Kind::Text)
            return std::unexpected(expected(token, Sentence::of("a time in seconds; it stands without quotes")));
        if (type.scale == 1000)
            return time(token, readMilliseconds, Sentence::of("a time in milliseconds"));
        return time(token, readSeconds, Sentence::of("a time in seconds"));
    case Show::Date:
        return time(token, readDate, Sentence::of("a day and a time, such as \"2011-07-04 12:34:56\""));
    case Show::Ipv4:
        return address(token, AF_INET, 4, Sentence::of("an IPv4 address"));
    case Show::Ipv6:
        return address(token, AF_INET6, 16, Sentence::of("an IPv6 address"));
    case Show::Text:
        return characters(token.text);
    case Show::Mac:
        if (token.kind != Token::Kind::Text)
            if (auto octets = hexadecimal(token.text); octets && octets->size() == 6)
                return Literal{.bytes = std::move(*octets)};
        return std::unexpected(expected(token, Sentence::of("a MAC address")));
    case Show::Raw:
        return bytes(token);
    }
    return std::unexpected(expected(token, Sentence::of("a value")));
}

Result<Literal, FilterError> readPart(const Token &token, const ValueType &type)
{
    if (type.show == Show::Text)
        return characters(token.text);
    if (type.show == Show::Mac && token.kind == Token::Kind::Text)
        return std::unexpected(expected(token, Sentence::of("bytes of a MAC address")));
    return bytes(token);
}

} // namespace vethscope
