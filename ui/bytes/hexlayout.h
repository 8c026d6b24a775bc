#pragma once

#include <QRect>
#include <QSize>

#include <cstdint>

namespace vethscope {

/// Where each byte of a hex dump stands, in pixels of the whole dump: numbers in, numbers out.
class HexLayout
{
public:
    /// Room is the width of the view, character the size of one in its font. Sixteen bytes a line
    /// where they fit, spread as far as the room allows, else eight.
    HexLayout(std::size_t bytes, int room, QSize character);

    int bytesPerLine() const { return m_perLine; }
    int lineHeight() const { return m_lineHeight; }
    int lines() const { return static_cast<int>((m_bytes + static_cast<std::size_t>(m_perLine) - 1) / static_cast<std::size_t>(m_perLine)); }
    int offsetDigits() const { return m_offsetDigits; }
    int width() const { return m_width; }
    int height() const { return lines() * m_lineHeight + 2 * margin; }

    QRect offset(int line) const;
    QRect hex(std::size_t byte) const;
    QRect ascii(std::size_t byte) const;

    /// The byte whose digits or character are at the point, or -1.
    std::int64_t byteAt(QPoint point) const;
    int lineAt(int y) const { return (y - margin) / m_lineHeight; }

    static constexpr int margin = 12;

private:
    bool fit(int perLine, int room, double tightest);
    int place(std::size_t byte) const { return static_cast<int>(byte % static_cast<std::size_t>(m_perLine)); }
    int top(std::size_t byte) const { return margin + static_cast<int>(byte / static_cast<std::size_t>(m_perLine)) * m_lineHeight; }

    std::size_t m_bytes;
    QSize m_character;
    int m_perLine = 16;
    int m_lineHeight;
    int m_offsetDigits;
    int m_cell = 0;
    int m_group = 0; // between the two groups of eight
    int m_hexLeft = 0;
    int m_asciiLeft = 0;
    int m_asciiCell = 0;
    int m_width = 0;
};

} // namespace vethscope
