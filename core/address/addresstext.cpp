#include "core/address/addresstext.h"

#include <charconv>

namespace vethscope {
namespace {

constexpr std::size_t wordsInText = 8; // RFC 4291 writes an IPv6 address as eight words of 16 bits

struct Run {
    std::size_t begin = wordsInText, length = 0;

    std::size_t end() const { return begin + length; }
};

// The longest run of zero words, the first of equals, and none of a single word: RFC 5952 section 4.2.
Run longestZeros(const std::array<unsigned, wordsInText> &words)
{
    Run longest{.length = 1};
    for (std::size_t i = 0; i < wordsInText; ++i) {
        std::size_t end = i;
        while (end < wordsInText && words[end] == 0)
            ++end;
        if (end - i > longest.length)
            longest = {i, end - i};
        i = end;
    }
    return longest;
}

void appendQuads(AddressText &text, Bytes bytes)
{
    const auto digit = [](unsigned number) { return static_cast<char>('0' + number); };
    for (std::size_t i = 0; i < 4; ++i) {
        if (i > 0)
            text.append('.');
        const unsigned octet = byteAt(bytes, i);
        if (octet >= 100)
            text.append(digit(octet / 100));
        if (octet >= 10)
            text.append(digit(octet / 10 % 10));
        text.append(digit(octet % 10));
    }
}

} // namespace

void AddressText::appendHexadecimal(unsigned number)
{
    char *const begin = m_text.data() + m_size;
    m_size += static_cast<std::size_t>(std::to_chars(begin, m_text.data() + m_text.size(), number, 16).ptr - begin);
}

AddressText ipv4Text(Bytes bytes)
{
    AddressText text;
    appendQuads(text, bytes);
    return text;
}

AddressText ipv6Text(Bytes bytes)
{
    std::array<unsigned, wordsInText> words{};
    for (std::size_t i = 0; i < wordsInText; ++i)
        words[i] = read16(bytes, 2 * i);
    const Run zeros = longestZeros(words);
    // RFC 5952 section 5: an address that embeds an IPv4 address under a well-known prefix, as inet_ntop writes it.
    const bool mapped = zeros.begin == 0 && zeros.length == 5 && words[5] == 0xffff;
    AddressText text;
    for (std::size_t i = 0; i < (mapped ? wordsInText - 2 : wordsInText); ++i) {
        if (i == zeros.begin) {
            text.append(':');
            text.append(':');
            i = zeros.end() - 1;
            continue;
        }
        if (i > 0 && i != zeros.end())
            text.append(':');
        text.appendHexadecimal(words[i]);
    }
    if (mapped) {
        text.append(':');
        appendQuads(text, bytes.subspan(12));
    }
    return text;
}

} // namespace vethscope
