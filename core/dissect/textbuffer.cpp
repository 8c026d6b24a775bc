#include "core/dissect/textbuffer.h"

#include <charconv>

namespace vethscope {

void printFormatted(TextBuffer &out, fmt::string_view format, fmt::format_args args)
{
    fmt::vformat_to(fmt::appender(out), format, args);
}

void printNumber(TextBuffer &out, std::uint64_t number)
{
    constexpr std::size_t most = 20; // digits, of 2^64 - 1
    printWithin(out, most, [number](char *to) { return std::to_chars(to, to + most, number).ptr; });
}

void printSigned(TextBuffer &out, std::int64_t number)
{
    if (number < 0)
        out.push_back('-');
    const auto magnitude = static_cast<std::uint64_t>(number);
    printNumber(out, number < 0 ? ~magnitude + 1 : magnitude);
}

void printDigits(TextBuffer &out, std::uint64_t number, std::size_t count)
{
    printWithin(out, count, [&](char *to) {
        for (std::size_t i = count; i-- > 0; number /= 10)
            to[i] = static_cast<char>('0' + number % 10);
        return to + count;
    });
}

} // namespace vethscope
