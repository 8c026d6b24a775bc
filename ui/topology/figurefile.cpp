#include "ui/topology/figurefile.h"

#include "core/figure/colours.h"

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

void paintSheet(QPainter &painter, const FigureSheet &sheet)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(QRectF(0, 0, sheet.width, sheet.height), QColor::fromRgb(Colours::light().base));
    sheet.paint(painter);
}

} // namespace

QImage imageOf(const FigureSheet &sheet)
{
    const double wanted = std::max(2.0, slideWidth / sheet.width);
    const double scale = std::min({wanted, mostPixels / sheet.width, mostPixels / sheet.height});
    QImage image(int(std::ceil(sheet.width * scale)), int(std::ceil(sheet.height * scale)), QImage::Format_RGB32);
    image.fill(QColor::fromRgb(Colours::light().base));
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintSheet(painter, sheet);
    return image;
}

bool writePdf(const FigureSheet &sheet, QIODevice &device)
{
    const double scale = std::min(1.0, longestPage / std::max(sheet.width, sheet.height));
    QPdfWriter writer(&device);
    writer.setTitle(sheet.title);
    writer.setCreator(QStringLiteral("Vethscope"));
    writer.setResolution(pointsPerInch);
    writer.setPageSize(QPageSize(QSizeF(sheet.width * scale, sheet.height * scale), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    painter.scale(scale, scale);
    paintSheet(painter, sheet);
    return painter.end();
}

Result<void> saveSheet(const FigureSheet &sheet, const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    QSaveFile file(path);
    bool written = file.open(QIODevice::WriteOnly);
    if (written && suffix == QLatin1String("svg"))
        written = file.write(sheet.svg()) >= 0;
    else if (written && suffix == QLatin1String("pdf"))
        written = writePdf(sheet, file);
    else if (written)
        written = imageOf(sheet).save(&file, "PNG");
    if (written && file.commit())
        return {};
    return std::unexpected(Error{Sentence::of("{} cannot be written: {}", path.toStdString(), file.errorString().toStdString())});
}

} // namespace vethscope
