#pragma once

#include "core/summary/boxes.h"
#include "ui/bytes/hexlayout.h"
#include "ui/theme/palette.h"

#include <span>

class QPainter;

namespace vethscope {

/// A run of bytes that is lit, and the hue it is lit in.
struct LitBytes {
    std::size_t begin = 0;
    std::size_t end = 0;
    QColor colour;   // behind the bytes
    QColor text;     // the digits upon it; invalid: as they are

    bool contains(std::size_t byte) const { return byte >= begin && byte < end; }
};

/// Paints lines of a hex dump: the wash of each header behind its bytes, what is lit above it, the digits on top.
class HexPainter
{
public:
    /// Boxes in the order of their bytes; of the lit runs, later ones lie above earlier ones.
    HexPainter(Bytes bytes, const HexLayout &layout, std::span<const Box> boxes, std::span<const LitBytes> lit);

    void paint(QPainter &painter, int firstLine, int lastLine) const;

private:
    struct Look {
        QColor fill;
        QColor text;
        QColor asciiFill; // the characters' own column stays calm: only what is lit is filled there
        QColor asciiText;
    };

    Look lookOf(std::size_t byte) const;
    void paintLine(QPainter &painter, int line) const;

    Bytes m_bytes;
    const HexLayout &m_layout;
    std::span<const Box> m_boxes;
    std::span<const LitBytes> m_lit;
    const Palette &m_palette = Palette::current();
};

/// The bytes as `8e 5c 79 …`, no more than `limit` of them.
QString spacedHex(Bytes bytes, std::size_t limit);

} // namespace vethscope
