#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

// What drawings are made of, without a window: plain geometry and text in pixels at a zoom of 100 %, y downwards. Hues are
// roles; a painter (the scene, the SVG writer) looks the colours up.

namespace vethscope::figure {

struct Point {
    double x = 0;
    double y = 0;

    friend bool operator==(const Point &, const Point &) = default;
};

struct Rect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double left() const { return x; }
    double right() const { return x + width; }
    double top() const { return y; }
    double bottom() const { return y + height; }
    double centreX() const { return x + width / 2; }
    double centreY() const { return y + height / 2; }
    bool isEmpty() const { return width <= 0 || height <= 0; }
    bool contains(Point point) const;
    bool contains(const Rect &other) const;
    /// Touching edges are no overlap.
    bool overlaps(const Rect &other) const;
    Rect united(const Rect &other) const;
    Rect grown(double by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }

    friend bool operator==(const Rect &, const Rect &) = default;
};

/// Which colours something has. The four scopes are those of the packets; Neutral is plain, Muted quieter, Paper what the drawing stands on.
enum class Hue : std::uint8_t { Neutral, Muted, Underlay, Tunnel, Overlay, Native, Good, Bad, Doubtful, Paper };

/// What stands inside a box. Window is the calm grey of a house, Base that of the paper.
enum class Fill : std::uint8_t { None, Base, Window, Soft, Strong };

/// Dashed is how tunnels are drawn, Dotted what nobody has seen.
enum class Stroke : std::uint8_t { None, Solid, Dashed, Dotted };

struct Box {
    Rect rect;
    double radius = 6;
    Hue hue = Hue::Neutral;
    Fill fill = Fill::Base;
    double lineWidth = 1;
    Stroke stroke = Stroke::Solid;
};

/// A polyline, or when `curved` a chain of cubic Béziers: an end point, then three points for each piece.
struct Line {
    std::vector<Point> points;
    bool curved = false;
    Hue hue = Hue::Neutral;
    double width = 1.4;
    Stroke stroke = Stroke::Solid;
    bool arrow = false; // at its last point
};

enum class Face : std::uint8_t { Sans, Mono };
enum class Anchor : std::uint8_t { Start, Middle, End };

struct Text {
    Point at; // on the baseline
    std::string text;
    double size = 12;
    Face face = Face::Sans;
    bool strong = false; // semibold
    Hue hue = Hue::Neutral;
    Anchor anchor = Anchor::Start;
};

using Shape = std::variant<Box, Line, Text>;

/// Where a shape lies, the width of its line left out.
Rect boundsOf(const Shape &shape);

/// The same with bolder lines, as what is lit has them; words stay as they are.
Shape emboldened(Shape shape);

/// The three corners of the head at the line's end; empty when it has none.
std::vector<Point> arrowHead(const Line &line);

/// The line as a polyline; Béziers in `pieces` straight pieces each.
std::vector<Point> flattened(const Line &line, int pieces = 16);

} // namespace vethscope::figure
