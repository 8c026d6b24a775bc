#pragma once

#include <cstdint>
#include <string_view>

#include <fmt/format.h>

namespace vethscope {

using TextBuffer = fmt::memory_buffer;

/// What print() does, compiled once: fmt's own template for it takes three seconds in every file that prints.
void printFormatted(TextBuffer &out, fmt::string_view format, fmt::format_args args);

/// Appends formatted text to a buffer that is used again and again.
template <typename... Args>
void print(TextBuffer &out, fmt::format_string<Args...> format, Args &&...args)
{
    printFormatted(out, format, fmt::make_format_args(args...));
}

inline void printNumber(TextBuffer &out, std::uint64_t number)
{
    const fmt::format_int digits(number);
    out.append(digits.data(), digits.data() + digits.size());
}

inline void print(TextBuffer &out, std::string_view text)
{
    out.append(text.data(), text.data() + text.size());
}

inline std::string_view viewOf(const TextBuffer &out)
{
    return {out.data(), out.size()};
}

} // namespace vethscope
