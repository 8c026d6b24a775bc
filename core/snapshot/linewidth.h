#pragma once

#include <cstddef>
#include <string_view>

namespace vethscope {

/// A terminal that anybody would read tables in.
constexpr std::size_t narrowestTerminal = 40;

/// How many columns a terminal needs for a line of UTF-8: its characters, none of them taken for a wide one.
std::size_t columns(std::string_view line);

/// How many parts stand apart by two blanks or more.
std::size_t cells(std::string_view line);

} // namespace vethscope
