#include "core/snapshot/plaintext.h"

#include "core/bytes/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include <iconv.h>

namespace vethscope {
namespace {

std::optional<std::string> converted(std::string_view bytes, const char *from)
{
    const iconv_t converter = iconv_open("UTF-8", from);
    if (converter == reinterpret_cast<iconv_t>(-1))
        return std::nullopt;
    std::string text(bytes.size() * 2 + 16, '\0'); // GB18030 and UTF-16 grow by half at most
    std::string input(bytes);
    char *in = input.data(), *out = text.data();
    std::size_t left = input.size(), room = text.size();
    const bool sound = iconv(converter, &in, &left, &out, &room) != static_cast<std::size_t>(-1);
    iconv_close(converter);
    if (!sound)
        return std::nullopt;
    text.resize(text.size() - room);
    return text;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string repaired(std::string_view text)
{
    std::string sound;
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        sound += length > 0 ? text.substr(0, length) : std::string_view("\xef\xbf\xbd");
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return sound;
}

// Every second byte zero, as ASCII in UTF-16 has it.
const char *utf16Order(std::string_view bytes)
{
    if (bytes.starts_with("\xff\xfe"))
        return "UTF-16LE";
    if (bytes.starts_with("\xfe\xff"))
        return "UTF-16BE";
    const std::string_view sample = bytes.substr(0, 4096);
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (sample[i] == '\0')
            ++(i % 2 == 0 ? even : odd);
    if (odd * 3 > sample.size() && even == 0)
        return "UTF-16LE";
    if (even * 3 > sample.size() && odd == 0)
        return "UTF-16BE";
    return nullptr;
}

// Zeros, or more control characters than a coloured terminal writes.
bool isBinary(std::string_view bytes)
{
    const std::string_view sample = bytes.substr(0, 65536);
    if (bytes.contains('\0'))
        return true;
    const auto isOdd = [](char c) { return static_cast<unsigned char>(c) < 0x20 && !std::string_view("\t\n\r\x1b\b\a\f\x0e\x0f").contains(c); };
    return static_cast<std::size_t>(std::ranges::count_if(sample, isOdd)) * 20 > sample.size();
}

} // namespace

Result<std::string> plainText(std::string bytes, std::string_view name)
{
    if (const char *order = utf16Order(bytes)) {
        const bool marked = bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
        auto text = converted(std::string_view(bytes).substr(marked ? 2 : 0, (bytes.size() - (marked ? 2 : 0)) / 2 * 2), order);
        if (text && !isBinary(*text))
            return std::move(*text);
    }
    if (isBinary(bytes))
        return std::unexpected(Error{Sentence::of("{} is a binary file, not text", name)});
    if (isUtf8(bytes))
        return bytes;
    if (auto text = converted(bytes, "GB18030"))
        return std::move(*text);
    return repaired(bytes);
}

} // namespace vethscope
