#include "ui/bytes/hexrows.h"

#include <algorithm>

namespace vethscope {
namespace {

constexpr int offsetDigits = 6, afterOffset = 2, perByte = 3; // `00002a  de ad `

} // namespace

HexRows::HexRows(Bytes bytes, int perLine)
    : m_bytes(bytes), m_perLine(std::size_t(perLine)), m_rowLength(offsetDigits + afterOffset + perLine * (perByte + 1) + 2) // a blank before the characters, the end of the line behind them
{
    const std::size_t rows = (bytes.size() + m_perLine - 1) / m_perLine;
    m_size = rows == 0 ? 0 : int(rows - 1) * m_rowLength + int(row(rows - 1).size());
}

QString HexRows::row(std::size_t index) const
{
    const std::size_t first = index * m_perLine;
    const Bytes line = m_bytes.subspan(first, std::min(m_perLine, m_bytes.size() - first));
    QString text = QStringLiteral("%1  ").arg(first, offsetDigits, 16, QLatin1Char('0')), characters;
    for (const std::byte byte : line) {
        const auto code = std::to_integer<unsigned char>(byte);
        text += QStringLiteral("%1 ").arg(unsigned(code), 2, 16, QLatin1Char('0'));
        characters += code >= 0x20 && code < 0x7f ? QLatin1Char(char(code)) : QLatin1Char('.');
    }
    const bool isLast = first + m_perLine >= m_bytes.size();
    return text.leftJustified(offsetDigits + afterOffset + int(m_perLine) * perByte) + QLatin1Char(' ') + characters + (isLast ? QString() : QStringLiteral("\n"));
}

QString HexRows::text(int from, int to) const
{
    from = std::clamp(from, 0, m_size);
    to = std::clamp(to, from, m_size);
    QString all;
    const int first = from / m_rowLength;
    for (int index = first; index * m_rowLength < to; ++index)
        all += row(std::size_t(index));
    return all.mid(from - first * m_rowLength, to - from);
}

int HexRows::placeOf(std::size_t byte) const
{
    return int(byte / m_perLine) * m_rowLength + offsetDigits + afterOffset + int(byte % m_perLine) * perByte;
}

std::int64_t HexRows::byteAt(int place) const
{
    if (m_bytes.empty())
        return -1;
    place = std::clamp(place, 0, m_size - 1);
    const auto first = std::int64_t(place / m_rowLength) * std::int64_t(m_perLine);
    const int within = place % m_rowLength - offsetDigits - afterOffset, digits = int(m_perLine) * perByte;
    const int column = within < digits ? within / perByte : within - digits - 1;
    return std::min(first + std::clamp(column, 0, int(m_perLine) - 1), std::int64_t(m_bytes.size()) - 1);
}

} // namespace vethscope
