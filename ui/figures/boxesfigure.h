#pragma once

#include "core/summary/boxes.h"
#include "ui/theme/palette.h"

#include <QRectF>
#include <QSizeF>

#include <span>
#include <vector>

class QPainter;

namespace vethscope {

/// A frame drawn as boxes: a rectangle for each box, and one around everything that a tunnel carries.
struct BoxesFigure {
    struct Enclosure {
        QRectF rect;
        Scope scope = Scope::Overlay;
        int depth = 1; // tunnels around what it holds
    };

    std::vector<QRectF> boxes; // one each, in the order of the boxes given
    std::vector<Enclosure> enclosures;

    /// The box at a point, or -1.
    int boxAt(QPointF point) const;
};

/// How the figure shares its room.
struct BoxesMeasure {
    double gap = 3;        // between neighbours
    double seam = 16;      // a box without bytes: a tunnel that is no header of its own
    double step = 4;       // each enclosure stands this much inside the one around it
    double padding = 7;    // from an enclosure to the boxes in it
};

/// Every box gets its legible width (one for each box) and then its share, by bytes, of the room
/// that is left; where there is too little room, all shrink alike.
BoxesFigure layoutBoxes(std::span<const Box> boxes, std::span<const double> legible, QSizeF size, const BoxesMeasure &measure = {});

/// The width at which a box's title and its size can be read in this font.
std::vector<double> legibleWidths(std::span<const Box> boxes, const QFont &font);

/// What is lit while it is painted: places among the boxes, -1 for none.
struct BoxesLight {
    int selected = -1;
    int hovered = -1;
};

void paintBoxes(QPainter &painter, const BoxesFigure &figure, std::span<const Box> boxes, const Palette &palette,
                const QFont &font, BoxesLight light = {});

} // namespace vethscope
