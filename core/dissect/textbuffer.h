#pragma once

#include <algorithm>
#include <cstddef>
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

/// Appends what `write` writes: it is given the place for at most so many characters, and tells the end of what it wrote.
template <typename Write>
void printWithin(TextBuffer &out, std::size_t most, Write write)
{
    const std::size_t size = out.size();
    out.try_reserve(size + most);
    char *const begin = out.data() + size;
    out.try_resize(size + static_cast<std::size_t>(write(begin) - begin));
}

inline void print(TextBuffer &out, std::string_view text)
{
    printWithin(out, text.size(), [text](char *to) { return std::copy(text.begin(), text.end(), to); });
}

/// In decimal digits.
void printNumber(TextBuffer &out, std::uint64_t number);
void printSigned(TextBuffer &out, std::int64_t number);
/// The lowest so many digits, zeros in front.
void printDigits(TextBuffer &out, std::uint64_t number, std::size_t count);

inline std::string_view viewOf(const TextBuffer &out)
{
    return {out.data(), out.size()};
}

} // namespace vethscope
