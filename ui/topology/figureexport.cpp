#include "ui/topology/figureexport.h"

#include "core/topology/lit.h"
#include "core/topology/svg.h"
#include "ui/topology/figurefile.h"
#include "ui/topology/figurepainter.h"

#include <QPainter>

namespace vethscope {
namespace {

FigureSheet sheetOf(const TopologyFigure &figure)
{
    const auto paint = [&figure](QPainter &painter) {
        const Colours &colours = Colours::light();
        const Colours behind = faded(colours, faintness);
        for (const Part &part : figure.parts)
            for (const figure::Shape &shape : part.shapes)
                paintShape(painter, shape, part.faint ? behind : colours);
    };
    return {figure.width, figure.height, QString::fromStdString(figure.title), paint, {}};
}

} // namespace

QByteArray figureSvg(const Cluster &cluster, const TopologyFigure &figure)
{
    return QByteArray::fromStdString(topologySvg(cluster, figure, Colours::light()));
}

QImage figureImage(const TopologyFigure &figure)
{
    return imageOf(sheetOf(figure));
}

bool writeFigurePdf(const TopologyFigure &figure, QIODevice &device)
{
    return writePdf(sheetOf(figure), device);
}

Result<void> saveFigure(const Cluster &cluster, const TopologyFigure &figure, const QString &path)
{
    FigureSheet sheet = sheetOf(figure);
    sheet.svg = [&] { return figureSvg(cluster, figure); };
    return saveSheet(sheet, path);
}

} // namespace vethscope
