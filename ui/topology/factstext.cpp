#include "ui/topology/factstext.h"

#include "core/facts/shownline.h"
#include "ui/shared/language.h"
#include "ui/theme/palette.h"

#include <QStringList>

#include <algorithm>

namespace vethscope {
namespace {

constexpr std::size_t mostInToolTip = 7;
constexpr std::size_t mostSpoken = 6;

QString escaped(std::string_view text)
{
    return QString::fromStdString(shownLine(text).text).toHtmlEscaped();
}

QString place(const Evidence &evidence)
{
    return escaped(sourceOf(evidence, windowLanguage()));
}

QString coloured(const QString &html, const QColor &colour)
{
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(colour.name(), html);
}

// A host's own words: with all their blanks, as columns stand below one another.
QString mono(const QString &html)
{
    return QStringLiteral("<span style=\"font-family:'%1'; white-space:pre-wrap\">%2</span>").arg(monospaceFont().families().join(QLatin1String("','")), html);
}

bool isLine(const Description::Row &row)
{
    return row.evidence.source && row.value == row.evidence.text();
}

// The place of a row's line as a link to it.
QString link(const QString &place, std::size_t row)
{
    return QStringLiteral("<a href=\"%1\" style=\"color:%2; text-decoration:none\">%3</a>").arg(row).arg(Palette::current().accent.name(), place);
}

QString lineBelow(const Evidence &evidence, std::size_t row)
{
    return QStringLiteral("<br><small>%1<br>%2</small>").arg(mono(QString::fromStdString(shownLine(evidence).text).toHtmlEscaped().trimmed()), link(place(evidence), row));
}

} // namespace

QString factsText(const Description &facts)
{
    const QColor muted = Palette::current().muted;
    QString rows;
    for (std::size_t i = 0; i < facts.rows.size(); ++i) {
        const Description::Row &row = facts.rows[i];
        QString cell;
        if (isLine(row))
            cell = QStringLiteral("<small>%1<br>%2</small>").arg(mono(escaped(row.value).trimmed()), link(place(row.evidence), i));
        else if (row.label.empty())
            cell = escaped(row.value) + (row.evidence.source ? lineBelow(row.evidence, i) : QString());
        else
            cell = QStringLiteral("%1&nbsp; <b>%2</b>%3")
                       .arg(coloured(escaped(row.label), muted), escaped(row.value), row.evidence.source ? lineBelow(row.evidence, i) : QString());
        rows += QStringLiteral("<p style=\"margin-top:0px; margin-bottom:9px\">%1</p>").arg(cell);
    }
    return QStringLiteral("<p style=\"margin-bottom:2px\"><big><b>%1</b></big></p><p style=\"margin-top:0px; margin-bottom:12px\">%2</p>%3")
        .arg(escaped(facts.title), coloured(escaped(facts.kind), muted), rows);
}

QString factsToolTip(const Description &facts)
{
    const QColor muted = Palette::current().muted;
    QString text = QStringLiteral("<p style=\"white-space:pre\"><b>%1</b>").arg(escaped(facts.title));
    if (!facts.kind.empty())
        text += QStringLiteral("&nbsp; ") + coloured(escaped(facts.kind), muted);
    for (std::size_t i = 0; i < std::min(facts.rows.size(), mostInToolTip); ++i) {
        const Description::Row &row = facts.rows[i];
        text += QStringLiteral("<br>");
        if (!row.label.empty())
            text += coloured(escaped(row.label), muted) + QStringLiteral("&nbsp; ");
        const QString value = QString::fromStdString(row.value).trimmed();
        text += value.size() > 96 ? value.left(95).toHtmlEscaped() + QStringLiteral("…") : value.toHtmlEscaped();
        if (row.evidence.source)
            text += QStringLiteral("&nbsp; <small>%1</small>").arg(coloured(place(row.evidence), muted));
    }
    if (facts.rows.size() > mostInToolTip)
        text += QStringLiteral("<br>…");
    return text + QStringLiteral("</p>");
}

QString factsSpoken(const Description &facts)
{
    QStringList parts{QString::fromStdString(facts.kind)};
    for (std::size_t i = 0; i < std::min(facts.rows.size(), mostSpoken); ++i)
        parts << (facts.rows[i].label.empty() ? QString() : QString::fromStdString(facts.rows[i].label) + QLatin1Char(' '))
                + QString::fromStdString(facts.rows[i].value).simplified();
    return parts.join(QStringLiteral(", "));
}

} // namespace vethscope
