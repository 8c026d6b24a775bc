#pragma once

#include "core/dissect/layer.h"

#include <QColor>
#include <QEvent>
#include <QFont>
#include <QPalette>
#include <QString>

class QWidget;

namespace vethscope {

/// How one scope looks: its hue, the wash behind it, and what is legible upon each.
struct ScopeColours {
    QColor strong;   // blocks, bars, outlines, chips
    QColor ink;      // words in the scope's hue, upon `soft` or the base: at least 4.5 : 1
    QColor soft;     // background of rows, bytes and boxes
    QColor text;     // plain words upon `soft`
    QColor onStrong; // words upon `strong`: chips, selected bytes
};

/// Every colour of the window, light and dark, as core/figure/colours.h names them. Nothing else in the project names a colour.
///
/// When the theme changes, widgets get QEvent::PaletteChange: those that keep colours (an item of a
/// scene, a pixmap, a style sheet) read current() again in changeEvent; those that paint need nothing.
struct Palette {
    QColor window;    // toolbar, headers, status bar
    QColor base;      // where content stands
    QColor text;
    QColor muted;     // labels, offsets, remarks
    QColor line;      // hairlines and outlines of controls
    QColor hover;     // row under the pointer
    QColor accent;    // links, focus, the chosen layout
    QColor accentSoft;
    QColor selection; // row that is selected; words upon it stay `text`
    QColor good, goodSoft;       // a valid filter, a sum that is right
    QColor bad, badSoft;         // an invalid filter, a file that cannot be read
    QColor doubtful, doubtfulSoft; // suspicious, cut short
    QColor marked, onMarked;     // row that the user has marked, and words upon it

    ScopeColours underlay, tunnel, overlay, native;

    ScopeColours of(Scope scope) const;

    /// The same colours for Qt's own widgets.
    QPalette forWidgets() const;

    static const Palette &light();
    static const Palette &dark();
    static const Palette &current();
    static bool isDark();
    /// Makes one of the two current; Theme does the rest.
    static void setDark(bool dark);
};

/// So much of `a` (0 to 1) and the rest of `b`.
QColor mixed(const QColor &a, const QColor &b, double share);

/// "U", "T", "O", "O2" (the second tunnel's inside), "N": colour never stands alone.
QString scopeTag(Scope scope, int depth = 1);
/// "Underlay", "Tunnel", "Overlay", "Overlay 2", "Native", in the user's language.
QString scopeName(Scope scope, int depth = 1);
/// "what the nodes see", "what the pods see"; empty for the others.
QString scopeRemark(Scope scope);

/// Whether fonts that a widget has set itself are to be set again: the window's font or style sheet is another.
bool changesFonts(const QEvent &event);

/// For rows that are painted by the hundred whenever somebody scrolls: letters of scripts that need no shaping stand side by side as they are,
/// which takes half the time. All else of the font stays the window's.
void leaveUnshaped(QWidget &widget);

/// JetBrains Mono where it is installed, else the system's fixed font; as large as the window's font.
QFont monospaceFont();

} // namespace vethscope
