#include "ui/statistics/captureproperties.h"

#include "ui/theme/palette.h"

#include <algorithm>

namespace vethscope {
namespace {

QString htmlCell(const QString &text, const QString &look)
{
    return QStringLiteral("<td style='padding:2px 22px 2px 0; %1'>%2</td>").arg(look, text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
}

// Chinese characters are as wide as two others.
int widthOf(const QString &text)
{
    int width = 0;
    for (const QChar one : text)
        width += one.unicode() >= 0x2e80 && one.unicode() < 0xffe0 ? 2 : 1;
    return width;
}

QString padded(const QString &text, int width)
{
    return text + QString(std::max(0, width - widthOf(text)), QLatin1Char(' '));
}

QString tableText(const std::vector<std::vector<QString>> &table)
{
    std::vector<int> widths;
    for (const auto &row : table) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], widthOf(row[column]));
    }
    QString text;
    for (const auto &row : table) {
        QString line;
        for (std::size_t column = 0; column < row.size(); ++column)
            line += padded(row[column], widths[column] + 2);
        text += line.trimmed() + QLatin1Char('\n');
    }
    return text;
}

} // namespace

QString htmlOf(const CaptureProperties &properties)
{
    const Palette &palette = Palette::current();
    const QString muted = QStringLiteral("color:%1").arg(palette.muted.name());
    QString html;
    for (const auto &[title, lines, table] : properties.sections) {
        html += QStringLiteral("<h3 style='margin:14px 0 4px 0'>%1</h3>").arg(title.toHtmlEscaped());
        html += QStringLiteral("<table cellspacing='0'>");
        for (const auto &[what, which] : lines)
            html += QStringLiteral("<tr>") + htmlCell(what, muted) + htmlCell(which, {}) + QStringLiteral("</tr>");
        bool isTitle = true;
        for (const auto &row : table) {
            html += QStringLiteral("<tr>");
            for (std::size_t column = 0; column < row.size(); ++column)
                html += htmlCell(row[column], isTitle || column == 0 ? muted : QString());
            html += QStringLiteral("</tr>");
            isTitle = false;
        }
        html += QStringLiteral("</table>");
    }
    return html;
}

QString plainTextOf(const CaptureProperties &properties)
{
    QString text;
    for (const auto &[title, lines, table] : properties.sections) {
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + title + QLatin1Char('\n');
        std::vector<std::vector<QString>> rows;
        for (const auto &[what, which] : lines)
            rows.push_back({what, which});
        text += tableText(rows) + tableText(table);
    }
    return text;
}

} // namespace vethscope
