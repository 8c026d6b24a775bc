#include "ui/topology/figureexport.h"

#include "core/topology/lit.h"
#include "core/topology/svg.h"
#include "ui/topology/figurepainter.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

namespace vethscope {
namespace {

constexpr double slideWidth = 2560;
constexpr double mostPixels = 12'000; // of a side
constexpr double longestPage = 14'400; // points: what PDF readers take
constexpr int pointsPerInch = 72;

void paintFigure(QPainter &painter, const TopologyFigure &figure)
{
    const Colours &colours = Colours::light();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRectF(0, 0, figure.width, figure.height), QColor::fromRgb(colours.base));
    const Colours behind = faded(colours, faintness);
    for (const Part &part : figure.parts)
        for (const figure::Shape &shape : part.shapes)
            paintShape(painter, shape, part.faint ? behind : colours);
}

} // namespace

QByteArray figureSvg(const Cluster &cluster, const TopologyFigure &figure)
{
    return QByteArray::fromStdString(topologySvg(cluster, figure, Colours::light()));
}

QImage figureImage(const TopologyFigure &figure)
{
    const double wanted = std::max(2.0, slideWidth / figure.width);
    const double scale = std::min({wanted, mostPixels / figure.width, mostPixels / figure.height});
    QImage image(int(std::ceil(figure.width * scale)), int(std::ceil(figure.height * scale)), QImage::Format_RGB32);
    image.fill(QColor::fromRgb(Colours::light().base));
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintFigure(painter, figure);
    return image;
}

bool writeFigurePdf(const TopologyFigure &figure, QIODevice &device)
{
    const double scale = std::min(1.0, longestPage / std::max(figure.width, figure.height));
    QPdfWriter writer(&device);
    writer.setTitle(QString::fromStdString(figure.title));
    writer.setCreator(QStringLiteral("Vethscope"));
    writer.setResolution(pointsPerInch);
    writer.setPageSize(QPageSize(QSizeF(figure.width * scale, figure.height * scale), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    painter.scale(scale, scale);
    paintFigure(painter, figure);
    return painter.end();
}

Result<void> saveFigure(const Cluster &cluster, const TopologyFigure &figure, const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    QSaveFile file(path);
    bool written = file.open(QIODevice::WriteOnly);
    if (written && suffix == QLatin1String("svg"))
        written = file.write(figureSvg(cluster, figure)) >= 0;
    else if (written && suffix == QLatin1String("pdf"))
        written = writeFigurePdf(figure, file);
    else if (written)
        written = figureImage(figure).save(&file, "PNG");
    if (written && file.commit())
        return {};
    return std::unexpected(Error{Sentence::of("{} cannot be written: {}", path.toStdString(), file.errorString().toStdString())});
}

} // namespace vethscope
