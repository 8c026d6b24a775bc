#pragma once

#include "core/colours/colourrule.h"

namespace vethscope {

/// How far apart two colours are in brightness, 1 to 21: WCAG 2's contrast ratio.
double contrast(Rgb a, Rgb b);

/// The colours of a row, words legible upon the background: at least 4.5 : 1.
struct RowColours {
    Rgb text = 0;
    Rgb background = 0;
};
/// What becomes of a rule's colours: words that would be hard to read come nearer to black or white; where the window is dark, a light background becomes a dark
/// one of the same hue.
RowColours rowColours(const ColourRule &rule, bool isDark);

} // namespace vethscope
