#include "ui/iograph/iocolours.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace vethscope {
namespace {

struct ThemeColour {
    const char *name;
    const char *text;
    Rgb (*of)(const Colours &colours);
};

const auto themeColours = std::to_array<ThemeColour>({
    {"text", QT_TRANSLATE_NOOP("IoGraph", "Text"), [](const Colours &colours) { return colours.text; }},
    {"underlay", QT_TRANSLATE_NOOP("IoGraph", "Underlay"), [](const Colours &colours) { return colours.underlay.strong; }},
    {"tunnel", QT_TRANSLATE_NOOP("IoGraph", "Tunnel"), [](const Colours &colours) { return colours.tunnel.strong; }},
    {"overlay", QT_TRANSLATE_NOOP("IoGraph", "Overlay"), [](const Colours &colours) { return colours.overlay.strong; }},
    {"native", QT_TRANSLATE_NOOP("IoGraph", "Native"), [](const Colours &colours) { return colours.native.strong; }},
    {"bad", QT_TRANSLATE_NOOP("IoGraph", "Red"), [](const Colours &colours) { return colours.bad; }},
    {"good", QT_TRANSLATE_NOOP("IoGraph", "Green"), [](const Colours &colours) { return colours.good; }},
    {"doubtful", QT_TRANSLATE_NOOP("IoGraph", "Yellow"), [](const Colours &colours) { return colours.doubtful; }},
    {"accent", QT_TRANSLATE_NOOP("IoGraph", "Accent"), [](const Colours &colours) { return colours.accent; }},
    {"muted", QT_TRANSLATE_NOOP("IoGraph", "Grey"), [](const Colours &colours) { return colours.muted; }},
});

const ThemeColour *themeColour(const QString &name)
{
    const auto found = std::ranges::find_if(themeColours, [&](const ThemeColour &one) { return name == QLatin1String(one.name); });
    return found == themeColours.end() ? nullptr : &*found;
}

} // namespace

QColor ioColour(const QString &colour, const Colours &colours)
{
    if (const ThemeColour *one = themeColour(colour))
        return QColor::fromRgb(one->of(colours));
    const QColor own = QColor::fromString(colour);
    return own.isValid() ? own : QColor::fromRgb(colours.text);
}

QStringList ioThemeColours()
{
    QStringList names;
    for (const ThemeColour &one : themeColours)
        names << QLatin1String(one.name);
    return names;
}

QString ioColourWord(const QString &colour)
{
    const ThemeColour *const one = themeColour(colour);
    return one ? QCoreApplication::translate("IoGraph", one->text) : colour;
}

} // namespace vethscope
