#include "ui/journey/ladderexport.h"

#include "ui/topology/figurefile.h"
#include "ui/topology/figurepainter.h"

#include <QFileInfo>
#include <QPainter>

namespace vethscope {

QString withSuffix(const QString &path, const QString &suffix)
{
    const QString its = QFileInfo(path).suffix().toLower();
    const bool isKnown = its == QLatin1String("svg") || its == QLatin1String("png") || its == QLatin1String("pdf");
    return isKnown ? path : path + QLatin1Char('.') + suffix;
}

Result<void> saveLadder(const LadderFigure &figure, const QString &path)
{
    const Colours &colours = Colours::light();
    FigureSheet sheet{figure.width, figure.height, QString::fromStdString(figure.title), {}, {}};
    sheet.svg = [&] { return QByteArray::fromStdString(ladderSvg(figure, colours)); };
    sheet.paint = [&](QPainter &painter) {
        for (const LadderPart &part : figure.parts)
            for (const figure::Shape &shape : part.shapes)
                paintShape(painter, shape, colours);
    };
    return saveSheet(sheet, path);
}

} // namespace vethscope
