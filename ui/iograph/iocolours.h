#pragma once

#include "core/figure/colours.h"

#include <QColor>
#include <QStringList>

namespace vethscope {

/// The colour of a graph: one of the theme's by its name ("underlay"), which has a counterpart in the dark, or "#rrggbb". What is neither is that of text.
QColor ioColour(const QString &colour, const Colours &colours);
/// The theme's, by which graphs can be told apart.
QStringList ioThemeColours();
/// What it is called to people.
QString ioColourWord(const QString &colour);

} // namespace vethscope
