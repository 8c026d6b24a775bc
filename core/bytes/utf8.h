#pragma once

#include <cstddef>
#include <string_view>

namespace vethscope {

/// How many bytes the UTF-8 character at the beginning of `text`, which is not empty, has: 1 to 4; 0 when none begins there. RFC 3629,
/// section 4: no longer forms of shorter ones, no surrogates, nothing behind U+10FFFF.
constexpr std::size_t utf8Length(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::size_t length = byte(0) < 0x80 ? 1 : byte(0) >= 0xc2 && byte(0) < 0xe0 ? 2 : byte(0) >= 0xe0 && byte(0) < 0xf0 ? 3 : byte(0) >= 0xf0 && byte(0) < 0xf5 ? 4 : 0;
    if (length == 0 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    const bool overlong = (byte(0) == 0xe0 && byte(1) < 0xa0) || (byte(0) == 0xf0 && byte(1) < 0x90);
    const bool beyond = (byte(0) == 0xed && byte(1) >= 0xa0) || (byte(0) == 0xf4 && byte(1) >= 0x90);
    return overlong || beyond ? 0 : length;
}

/// How many characters it has.
constexpr std::size_t utf8Count(std::string_view text)
{
    std::size_t count = 0;
    for (const char byte : text)
        count += (static_cast<unsigned char>(byte) & 0xc0) != 0x80; // those that continue none
    return count;
}

/// Its first characters, as many as `most`.
constexpr std::string_view utf8First(std::string_view text, std::size_t most)
{
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80 && most-- == 0)
            return text.substr(0, i);
    return text;
}

} // namespace vethscope
