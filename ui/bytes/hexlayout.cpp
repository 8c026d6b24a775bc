#include "ui/bytes/hexlayout.h"

#include <algorithm>
#include <cmath>

namespace vethscope {
namespace {

// A byte's cell in characters: two digits and the space around them.
constexpr double widestCell = 3.5;
constexpr double tightestCell = 2.6;

} // namespace

HexLayout::HexLayout(std::size_t bytes, int room, QSize character)
    : m_bytes(bytes), m_character(character), m_lineHeight(character.height() * 3 / 2)
{
    m_offsetDigits = bytes <= 0x10000 ? 4 : bytes <= 0x1000000 ? 6 : 8;
    if (!fit(16, room, tightestCell))
        fit(8, room, tightestCell);
}

// Lays out one line; takes the widest cells that the room has, and tells whether even the tightest fit.
bool HexLayout::fit(int perLine, int room, double tightest)
{
    m_perLine = perLine;
    m_asciiCell = static_cast<int>(std::ceil(m_character.width() * 1.05));
    m_hexLeft = margin + (m_offsetDigits + 2) * m_character.width();
    m_group = perLine > 8 ? m_character.width() : 0;
    const int fixed = m_hexLeft + m_group + 2 * m_character.width() + perLine * m_asciiCell + margin;
    const int widest = static_cast<int>(m_character.width() * widestCell);
    const int narrowest = static_cast<int>(std::ceil(m_character.width() * tightest));
    m_cell = std::clamp((room - fixed) / perLine, narrowest, widest);
    m_asciiLeft = m_hexLeft + perLine * m_cell + m_group + 2 * m_character.width();
    m_width = m_asciiLeft + perLine * m_asciiCell + margin;
    return m_width <= room;
}

QRect HexLayout::offset(int line) const
{
    return {margin, margin + line * m_lineHeight, m_offsetDigits * m_character.width(), m_lineHeight};
}

QRect HexLayout::hex(std::size_t byte) const
{
    const int column = place(byte);
    return {m_hexLeft + column * m_cell + (column >= 8 ? m_group : 0), top(byte), m_cell, m_lineHeight};
}

QRect HexLayout::ascii(std::size_t byte) const
{
    return {m_asciiLeft + place(byte) * m_asciiCell, top(byte), m_asciiCell, m_lineHeight};
}

std::int64_t HexLayout::byteAt(QPoint point) const
{
    if (point.y() < margin)
        return -1;
    const auto first = static_cast<std::size_t>(lineAt(point.y())) * static_cast<std::size_t>(m_perLine);
    for (std::size_t byte = first; byte < std::min(m_bytes, first + static_cast<std::size_t>(m_perLine)); ++byte)
        if (hex(byte).contains(point) || ascii(byte).contains(point))
            return static_cast<std::int64_t>(byte);
    return -1;
}

} // namespace vethscope
