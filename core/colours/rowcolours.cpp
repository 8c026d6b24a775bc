#include "core/colours/rowcolours.h"

#include <algorithm>
#include <cmath>

namespace vethscope {
namespace {

constexpr double legible = 4.5;
constexpr Rgb blackest = 0x000000, whitest = 0xFFFFFF;
constexpr double lightFrom = 0.18; // of a background's brightness: black words are read upon it better than white ones

// WCAG 2, relative luminance.
double brightness(Rgb colour)
{
    const auto linear = [colour](int shift) {
        const double part = (colour >> shift & 0xFF) / 255.0;
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
}

// The hue of a wash, made stronger as it must be to be seen in the dark.
Rgb darkened(Rgb background)
{
    constexpr double grey = 40, strength = 1.4;
    const auto part = [background](int shift) { return static_cast<double>(background >> shift & 0xFF); };
    const double middle = (part(16) + part(8) + part(0)) / 3;
    Rgb result = 0;
    for (const int shift : {16, 8, 0})
        result |= static_cast<Rgb>(std::clamp(grey + (part(shift) - middle) * strength, 16.0, 96.0)) << shift;
    return result;
}

Rgb legibleUpon(Rgb background, Rgb wanted)
{
    const Rgb end = contrast(background, blackest) > contrast(background, whitest) ? blackest : whitest;
    for (double share = 1; share > 0; share -= 0.05)
        if (const Rgb text = mixed(wanted, end, share); contrast(background, text) >= legible)
            return text;
    return end; // one of the two is always legible
}

} // namespace

double contrast(Rgb a, Rgb b)
{
    const double first = brightness(a), second = brightness(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

RowColours rowColours(const ColourRule &rule, bool isDark)
{
    if (!isDark || brightness(rule.background) < lightFrom)
        return {legibleUpon(rule.background, rule.foreground), rule.background};
    const Rgb background = darkened(rule.background);
    return {legibleUpon(background, brightness(rule.foreground) < lightFrom ? Colours::dark().text : rule.foreground), background};
}

} // namespace vethscope
