#include "ui/theme/theme.h"

#include "ui/theme/palette.h"
#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyleFactory>

#include <algorithm>

namespace vethscope {
namespace {

constexpr double normalPointSize = 9.75; // 13 pixels on a screen of 96 dots an inch

QFont applicationFont()
{
    QFont font = QApplication::font();
    QStringList families;
    for (const char *family : {"Inter", "Noto Sans CJK SC"})
        if (QFontDatabase::hasFamily(QString::fromLatin1(family)))
            families << QString::fromLatin1(family);
    if (families.size() == 1 && !families.front().startsWith(QLatin1String("Inter")))
        families.prepend(font.family());
    if (!families.isEmpty())
        font.setFamilies(families);
    return font;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent),
      m_systemIsDark(QApplication::palette().color(QPalette::Window).lightness() < 128), // Qt 6.4 cannot ask otherwise
      m_font(applicationFont())
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    apply();
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

void Theme::setZoom(int percent)
{
    percent = std::clamp(percent, smallestZoom, largestZoom);
    if (percent == m_zoom)
        return;
    m_zoom = percent;
    apply();
}

void Theme::apply()
{
    Palette::setDark(m_mode == Mode::Dark || (m_mode == Mode::System && m_systemIsDark));
    m_font.setPointSizeF(normalPointSize * m_zoom / 100);
    QApplication::setFont(m_font);
    QApplication::setPalette(Palette::current().forWidgets());
    qApp->setStyleSheet(styleSheet(Palette::current(), m_zoom / 100.0));
    emit changed();
}

} // namespace vethscope
