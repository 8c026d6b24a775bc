#pragma once

#include "core/figure/colours.h"
#include "core/figure/figure.h"

#include <string>
#include <string_view>

namespace vethscope::figure {

/// The colours of a hue: of lines, of words, and of the wash inside a box.
struct HueColours {
    Rgb line;
    Rgb ink;
    Rgb soft;
};

HueColours coloursOf(Hue hue, const Colours &colours);
/// Of what stands inside a box; meaningless for Fill::None.
Rgb fillOf(Fill fill, Hue hue, const Colours &colours);

/// Lengths of dash and gap for a line of this width, as SVG and Qt's painter draw them; both 0 for a solid one.
struct Dashes {
    double dash = 0;
    double gap = 0;
};
Dashes dashesOf(Stroke stroke, double width);

/// Writes shapes as a self-contained SVG 1.1 text: no style sheet, no script, nothing from elsewhere; fonts by name.
class SvgWriter
{
public:
    struct About {
        double width = 0;
        double height = 0;
        std::string title;       // for readers and screen readers
        std::string description;
    };

    SvgWriter(const About &about, const Colours &colours);

    /// What follows belongs together, until the next group: `id` must be unique, `title` is what hovering shows.
    void group(std::string_view id, std::string_view title);
    void add(const Shape &shape);
    /// Of what follows; they outlive the writer.
    void setColours(const Colours &colours) { m_colours = &colours; }
    /// Ends the text.
    std::string finish();

private:
    void add(const Box &box);
    void add(const Line &line);
    void add(const Text &text);
    void endGroup();

    const Colours *m_colours;
    std::string m_text;
    bool m_inGroup = false;
};

} // namespace vethscope::figure
