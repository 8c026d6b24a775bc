#include "ui/why/whylabels.h"

#include "ui/theme/palette.h"

#include <QApplication>
#include <QLabel>

namespace vethscope {
namespace {

constexpr QChar breakHere(0x200b);
constexpr double small = 0.92;

} // namespace

QLabel *whyLabel(const QString &text, QWidget *parent, const QColor &ink)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    label->setForegroundRole(QPalette::WindowText);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, ink);
    label->setPalette(palette);
    return label;
}

QString breakable(QString text)
{
    for (const QChar joint : {QLatin1Char(','), QLatin1Char(':'), QLatin1Char('/'), QLatin1Char('-'), QLatin1Char('.')})
        text.replace(joint, joint + QString(breakHere));
    return text;
}

QFont sizedFont(double factor, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

QString labelText(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        if (label->isVisibleTo(&widget))
            texts << label->text().remove(breakHere);
    return texts.join(QLatin1Char('\n'));
}

QFont smallMono()
{
    QFont font = monospaceFont();
    font.setPointSizeF(font.pointSizeF() * small);
    return font;
}

} // namespace vethscope
