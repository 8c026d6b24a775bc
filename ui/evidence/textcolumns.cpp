#include "ui/evidence/textcolumns.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t tabStop = 8;

std::size_t lengthOf(unsigned char first)
{
    return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

// Hangul, CJK, kana, fullwidth forms, emoji: Unicode's East Asian Width "W" and "F", as terminals take them.
bool isWide(std::uint32_t code)
{
    return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff)
        || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6) || (code >= 0x1f300 && code <= 0x1faff)
        || (code >= 0x20000 && code <= 0x3fffd);
}

std::uint32_t codeOf(std::string_view character)
{
    const auto octet = [&](std::size_t place) { return std::uint32_t(static_cast<unsigned char>(character[place])); };
    if (character.size() == 1)
        return octet(0);
    std::uint32_t code = octet(0) & (0x7fu >> character.size());
    for (std::size_t i = 1; i < character.size(); ++i)
        code = code << 6 | (octet(i) & 0x3f);
    return code;
}

} // namespace

void ColumnWalk::read()
{
    if (atEnd()) {
        m_at.size = 0;
        m_at.width = 0;
        return;
    }
    const std::size_t length = lengthOf(static_cast<unsigned char>(m_line[m_at.byte]));
    const std::string_view character = m_line.substr(m_at.byte, length);
    const bool isSound = character.size() == length
        && std::ranges::all_of(character.substr(1), [](char octet) { return (static_cast<unsigned char>(octet) & 0xc0) == 0x80; });
    m_at.size = isSound ? length : 1;
    if (m_line[m_at.byte] == '\t')
        m_at.width = tabStop - m_at.column % tabStop;
    else
        m_at.width = m_at.size > 1 && isWide(codeOf(text())) ? 2 : 1;
}

void ColumnWalk::next()
{
    m_at.byte += m_at.size;
    m_at.column += m_at.width;
    read();
}

std::size_t columnOf(std::string_view line, std::size_t byte)
{
    ColumnWalk walk(line);
    while (!walk.atEnd() && walk.at().byte + walk.at().size <= byte)
        walk.next();
    return walk.at().column;
}

std::size_t byteAt(std::string_view line, std::size_t column)
{
    ColumnWalk walk(line);
    while (!walk.atEnd() && walk.at().column + walk.at().width <= column)
        walk.next();
    return walk.at().byte;
}

} // namespace vethscope
