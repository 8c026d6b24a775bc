#include "core/bytes/dumptext.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace vethscope {
namespace {

constexpr std::size_t bytesOfLine = 16;

std::string dumped(Bytes bytes, std::size_t blanks, bool hasText)
{
    std::string text;
    const auto out = std::back_inserter(text);
    for (std::size_t offset = 0; offset < bytes.size(); offset += bytesOfLine) {
        const Bytes line = bytes.subspan(offset, std::min(bytesOfLine, bytes.size() - offset));
        fmt::format_to(out, "{:04x}{:{}}", offset, "", blanks - 1);
        for (const std::byte byte : line)
            fmt::format_to(out, " {:02x}", static_cast<unsigned>(byte));
        if (hasText) {
            fmt::format_to(out, "{:{}}", "", 3 * (bytesOfLine - line.size()) + 3);
            for (const std::byte byte : line)
                text += isPrintable(byte) ? static_cast<char>(byte) : '.';
        }
        text += '\n';
    }
    return text;
}

} // namespace

std::string dumpWithText(Bytes bytes, std::size_t blanks)
{
    return dumped(bytes, blanks, true);
}

std::string dumpOfBytes(Bytes bytes)
{
    return dumped(bytes, 3, false);
}

std::string hexStream(Bytes bytes)
{
    std::string text;
    for (const std::byte byte : bytes)
        fmt::format_to(std::back_inserter(text), "{:02x}", static_cast<unsigned>(byte));
    return text;
}

} // namespace vethscope
