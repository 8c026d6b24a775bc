#include "ui/bytes/hexpainter.h"

#include <QPainter>

#include <algorithm>

namespace vethscope {
namespace {

QChar digit(unsigned value)
{
    return QLatin1Char("0123456789abcdef"[value & 15]);
}

QString digits(std::uint8_t byte)
{
    return QString(digit(byte >> 4)) + digit(byte);
}

QChar character(std::uint8_t byte)
{
    return byte >= 0x20 && byte < 0x7f ? QLatin1Char(static_cast<char>(byte)) : QChar(0x00b7);
}

} // namespace

HexPainter::HexPainter(Bytes bytes, const HexLayout &layout, std::span<const Box> boxes, std::span<const LitBytes> lit)
    : m_bytes(bytes), m_layout(layout), m_boxes(boxes), m_lit(lit)
{
}

HexPainter::Look HexPainter::lookOf(std::size_t byte) const
{
    Look look{m_palette.window, m_palette.muted, {}, m_palette.muted};
    const auto after = std::upper_bound(m_boxes.begin(), m_boxes.end(), byte,
                                        [](std::size_t at, const Box &box) { return at < box.place.firstByte(); });
    // A seam without bytes stands where the next box begins; the last that begins here has the byte.
    if (after != m_boxes.begin() && std::prev(after)->layer >= 0) {
        const ScopeColours colours = m_palette.of(std::prev(after)->scope);
        look.fill = colours.soft;
        look.text = colours.ink;
    }
    for (const LitBytes &lit : m_lit) {
        if (!lit.contains(byte))
            continue;
        look.fill = look.asciiFill = lit.colour;
        if (lit.text.isValid())
            look.text = look.asciiText = lit.text;
    }
    return look;
}

void HexPainter::paintLine(QPainter &painter, int line) const
{
    const auto perLine = static_cast<std::size_t>(m_layout.bytesPerLine());
    const std::size_t first = static_cast<std::size_t>(line) * perLine;
    const std::size_t last = std::min(m_bytes.size(), first + perLine);
    painter.setPen(m_palette.muted);
    painter.drawText(m_layout.offset(line), Qt::AlignVCenter | Qt::AlignLeft,
                     QStringLiteral("%1").arg(first, m_layout.offsetDigits(), 16, QLatin1Char('0')));
    const int air = m_layout.lineHeight() / 8; // white between the lines
    for (std::size_t byte = first; byte < last; ++byte) {
        const Look look = lookOf(byte);
        const QRect hex = m_layout.hex(byte);
        const QRect ascii = m_layout.ascii(byte);
        painter.fillRect(hex.adjusted(0, air, 0, -air), look.fill);
        if (look.asciiFill.isValid())
            painter.fillRect(ascii.adjusted(0, air, 0, -air), look.asciiFill);
        const std::uint8_t value = byteAt(m_bytes, byte);
        painter.setPen(look.text);
        painter.drawText(hex, Qt::AlignCenter, digits(value));
        painter.setPen(look.asciiText);
        painter.drawText(ascii, Qt::AlignCenter, character(value));
    }
}

void HexPainter::paint(QPainter &painter, int firstLine, int lastLine) const
{
    for (int line = std::max(0, firstLine); line <= std::min(lastLine, m_layout.lines() - 1); ++line)
        paintLine(painter, line);
}

QString spacedHex(Bytes bytes, std::size_t limit)
{
    QString text;
    for (std::size_t i = 0; i < std::min(bytes.size(), limit); ++i)
        text += (i ? QStringLiteral(" ") : QString()) + digits(byteAt(bytes, i));
    return bytes.size() > limit ? text + QStringLiteral(" …") : text;
}

} // namespace vethscope
