#pragma once

#include <cstdint>

namespace vethscope {

/// 0xRRGGBB.
using Rgb = std::uint32_t;

/// How one scope looks: its hue, the wash behind it, and what is legible upon each.
struct ScopeTones {
    Rgb strong;   // blocks, bars, outlines, chips
    Rgb ink;      // words in the scope's hue, upon `soft` or the base: at least 4.5 : 1
    Rgb soft;     // background of rows, bytes and boxes
    Rgb text;     // plain words upon `soft`
    Rgb onStrong; // words upon `strong`: chips, selected bytes
};

/// Every colour of Vethscope, light and dark, written once: the window's Palette and the drawings of the command line
/// take theirs from here.
struct Colours {
    Rgb window;    // toolbar, headers, status bar
    Rgb base;      // where content stands
    Rgb text;
    Rgb muted;     // labels, offsets, remarks
    Rgb line;      // hairlines and outlines of controls
    Rgb hover;     // row under the pointer
    Rgb accent;    // links, focus, the chosen layout
    Rgb accentSoft;
    Rgb selection; // row that is selected; words upon it stay `text`
    Rgb good, goodSoft;         // a valid filter, a sum that is right
    Rgb bad, badSoft;           // an invalid filter, a file that cannot be read
    Rgb doubtful, doubtfulSoft; // suspicious, cut short
    Rgb marked, onMarked;       // row that the user has marked, and words upon it

    ScopeTones underlay, tunnel, overlay, native;

    static const Colours &light();
    static const Colours &dark();
};

/// So much of `a` (0 to 1) and the rest of `b`.
Rgb mixed(Rgb a, Rgb b, double share);

/// Every colour mixed so with the base: for what steps back while something else is looked for, and still hides what is behind it.
Colours faded(const Colours &colours, double share);

} // namespace vethscope
