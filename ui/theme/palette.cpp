#include "ui/theme/palette.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QGuiApplication>

namespace vethscope {
namespace {

bool darkIsCurrent = false;

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Palette makeLight()
{
    const QColor text = rgb(0x1F2933);
    const QColor white = rgb(0xFFFFFF);
    return {
        .window = rgb(0xF6F8FA),
        .base = white,
        .text = text,
        .muted = rgb(0x5F6A76),
        .line = rgb(0xD5DBE1),
        .hover = rgb(0xF1F5FA),
        .accent = rgb(0x2563B8),
        .accentSoft = rgb(0xDCE8F8),
        .selection = rgb(0xDCE8F8),
        .good = rgb(0x3F9A55),
        .goodSoft = rgb(0xE7F5EA),
        .bad = rgb(0xC2352B),
        .badSoft = rgb(0xFCE9E7),
        .doubtful = rgb(0x9A6A00),
        .doubtfulSoft = rgb(0xFDF4D7),
        .underlay = {rgb(0x2B66AE), rgb(0x2B66AE), rgb(0xE4EDF9), text, white},
        .tunnel = {rgb(0x7748A8), rgb(0x7748A8), rgb(0xEEE5F7), text, white},
        .overlay = {rgb(0xC86A12), rgb(0xA5530A), rgb(0xFDEDDC), text, white},
        .native = {rgb(0x4F7A66), rgb(0x44705C), rgb(0xE5EFE9), text, white},
    };
}

Palette makeDark()
{
    const QColor text = rgb(0xE3E8ED);
    const QColor ink = rgb(0x11161B);
    return {
        .window = rgb(0x1E242B),
        .base = rgb(0x161B20),
        .text = text,
        .muted = rgb(0x98A4B0),
        .line = rgb(0x363F49),
        .hover = rgb(0x1D242C),
        .accent = rgb(0x7DB2F2),
        .accentSoft = rgb(0x24384F),
        .selection = rgb(0x263B54),
        .good = rgb(0x63B87A),
        .goodSoft = rgb(0x1B3324),
        .bad = rgb(0xF0857B),
        .badSoft = rgb(0x44211F),
        .doubtful = rgb(0xE0B548),
        .doubtfulSoft = rgb(0x3A3016),
        .underlay = {rgb(0x6FA8EC), rgb(0x6FA8EC), rgb(0x1B2C42), text, ink},
        .tunnel = {rgb(0xB592E3), rgb(0xB592E3), rgb(0x2E2442), text, ink},
        .overlay = {rgb(0xEE9A4D), rgb(0xEE9A4D), rgb(0x3B2917), text, ink},
        .native = {rgb(0x86B9A1), rgb(0x86B9A1), rgb(0x20332B), text, ink},
    };
}

} // namespace

const Palette &Palette::light()
{
    static const Palette palette = makeLight();
    return palette;
}

const Palette &Palette::dark()
{
    static const Palette palette = makeDark();
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
    const auto channel = [share](int x, int y) { return qRound(x * share + y * (1 - share)); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

QString scopeTag(Scope scope, int depth)
{
    switch (scope) {
    case Scope::Underlay:
        return QStringLiteral("U");
    case Scope::Tunnel:
        return QStringLiteral("T");
    case Scope::Overlay:
        return depth > 1 ? QStringLiteral("O%1").arg(depth) : QStringLiteral("O");
    case Scope::Native:
        break;
    }
    return QStringLiteral("N");
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

QFont monospaceFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    static const bool hasJetBrains = QFontDatabase::hasFamily(QStringLiteral("JetBrains Mono"));
    if (hasJetBrains)
        font.setFamilies({QStringLiteral("JetBrains Mono"), QStringLiteral("Noto Sans CJK SC")});
    font.setPointSizeF(QGuiApplication::font().pointSizeF());
    font.setStyleHint(QFont::Monospace);
    return font;
}

} // namespace vethscope
