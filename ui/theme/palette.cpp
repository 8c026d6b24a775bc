#include "ui/theme/palette.h"

#include "core/figure/colours.h"
#include "core/dissect/scopewords.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QWidget>

#include <optional>

namespace vethscope {
namespace {

bool darkIsCurrent = false;

QColor colour(Rgb value)
{
    return QColor::fromRgb(value);
}

ScopeColours scopeColours(const ScopeTones &tones)
{
    return {colour(tones.strong), colour(tones.ink), colour(tones.soft), colour(tones.text), colour(tones.onStrong)};
}

Palette paletteOf(const Colours &from)
{
    return {
        .window = colour(from.window),
        .base = colour(from.base),
        .text = colour(from.text),
        .muted = colour(from.muted),
        .line = colour(from.line),
        .hover = colour(from.hover),
        .accent = colour(from.accent),
        .accentSoft = colour(from.accentSoft),
        .selection = colour(from.selection),
        .good = colour(from.good),
        .goodSoft = colour(from.goodSoft),
        .bad = colour(from.bad),
        .badSoft = colour(from.badSoft),
        .doubtful = colour(from.doubtful),
        .doubtfulSoft = colour(from.doubtfulSoft),
        .marked = colour(from.marked),
        .onMarked = colour(from.onMarked),
        .underlay = scopeColours(from.underlay),
        .tunnel = scopeColours(from.tunnel),
        .overlay = scopeColours(from.overlay),
        .native = scopeColours(from.native),
    };
}

} // namespace

const Palette &Palette::light()
{
    static const Palette palette = paletteOf(Colours::light());
    return palette;
}

const Palette &Palette::dark()
{
    static const Palette palette = paletteOf(Colours::dark());
    return palette;
}

const Palette &Palette::current()
{
    return darkIsCurrent ? dark() : light();
}

bool Palette::isDark()
{
    return darkIsCurrent;
}

void Palette::setDark(bool dark)
{
    darkIsCurrent = dark;
}

ScopeColours Palette::of(Scope scope) const
{
    switch (scope) {
    case Scope::Underlay:
        return underlay;
    case Scope::Tunnel:
        return tunnel;
    case Scope::Overlay:
        return overlay;
    case Scope::Native:
        break;
    }
    return native;
}

QPalette Palette::forWidgets() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, window);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, bad);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::ToolTipBase, window);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, selection);
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::Light, base);
    palette.setColor(QPalette::Midlight, hover);
    palette.setColor(QPalette::Mid, line);
    palette.setColor(QPalette::Dark, line);
    palette.setColor(QPalette::Shadow, line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, muted);
    return palette;
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    return colour(mixed(a.rgb() & RGB_MASK, b.rgb() & RGB_MASK, share));
}

QString scopeTag(Scope scope, int depth)
{
    return QString::fromStdString(tagOf(scope, depth));
}

QString scopeName(Scope scope, int depth)
{
    switch (scope) {
    case Scope::Underlay:
        return QCoreApplication::translate("Scope", "Underlay");
    case Scope::Tunnel:
        return QCoreApplication::translate("Scope", "Tunnel");
    case Scope::Overlay:
        return depth > 1 ? QCoreApplication::translate("Scope", "Overlay %1").arg(depth)
                         : QCoreApplication::translate("Scope", "Overlay");
    case Scope::Native:
        break;
    }
    return QCoreApplication::translate("Scope", "Native");
}

QString scopeRemark(Scope scope)
{
    switch (scope) {
    case Scope::Underlay:
        return QCoreApplication::translate("Scope", "what the nodes see");
    case Scope::Overlay:
        return QCoreApplication::translate("Scope", "what the pods see");
    case Scope::Tunnel:
    case Scope::Native:
        break;
    }
    return {};
}

bool changesFonts(const QEvent &event)
{
    return event.type() == QEvent::FontChange || event.type() == QEvent::StyleChange;
}

void leaveUnshaped(QWidget &widget)
{
    QFont font;
    font.setStyleStrategy(QFont::PreferNoShaping);
    widget.setFont(font);
}

QFont monospaceFont()
{
    static std::optional<QFont> madeFor;
    static QFont made;
    if (madeFor == QGuiApplication::font())
        return made;
    madeFor = QGuiApplication::font();
    made = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (QFontDatabase::hasFamily(QStringLiteral("JetBrains Mono")))
        made.setFamilies({QStringLiteral("JetBrains Mono"), QStringLiteral("Noto Sans CJK SC")});
    made.setPointSizeF(madeFor->pointSizeF());
    made.setStyleHint(QFont::Monospace);
    made.setStyleStrategy(QFont::PreferNoShaping); // each of its characters is as wide as any other
    return made;
}

} // namespace vethscope
