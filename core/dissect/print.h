#pragma once

#include "core/dissect/protocol.h"

#include <concepts>
#include <string_view>

#include <fmt/compile.h>

namespace vethscope {

inline void printPiece(TextBuffer &out, std::string_view text)
{
    print(out, text);
}

template <std::integral Number>
void printPiece(TextBuffer &out, Number number)
{
    if constexpr (std::signed_integral<Number>)
        printSigned(out, number);
    else
        printNumber(out, number);
}

template <typename Format>
constexpr std::string_view formatText{fmt::string_view(Format{}).data(), fmt::string_view(Format{}).size()};

// What of the format stands behind `from`.
template <typename Format, std::size_t from>
void printRest(TextBuffer &out)
{
    constexpr std::string_view text = formatText<Format>.substr(from);
    static_assert(!text.contains("{"), "the format has more {} than there are values, or something in them");
    print(out, text);
}

template <typename Format, std::size_t from, typename First, typename... Others>
void printRest(TextBuffer &out, const First &first, const Others &...others)
{
    constexpr std::size_t at = formatText<Format>.find("{}", from);
    static_assert(at != std::string_view::npos, "the format has fewer {} than there are values");
    constexpr std::string_view text = formatText<Format>.substr(from, at - from);
    static_assert(!text.contains("{"), "nothing may stand in {}");
    print(out, text);
    printPiece(out, first);
    printRest<Format, at + 2>(out, others...);
}

/// The same with the format read at compile time, `"{} → {}"_cf`, of texts and numbers in decimal: for what every row of the list prints.
template <typename Format, typename... Args>
    requires fmt::detail::is_compiled_string<Format>::value
void print(TextBuffer &out, const Format &, const Args &...args)
{
    printRest<Format, 0>(out, args...);
}
using namespace fmt::literals;

} // namespace vethscope
