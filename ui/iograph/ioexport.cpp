#include "ui/iograph/ioexport.h"

#include "ui/iograph/ioplot.h"
#include "ui/topology/figurefile.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPicture>
#include <QSaveFile>
#include <QSvgGenerator>

namespace vethscope {
namespace {

constexpr int sheetWidth = 1280, sheetHeight = 640;

// Another one of the same picture, as it is zoomed, upon white paper.
void copyLook(const IoPlot &from, IoPlot &to)
{
    to.setColours(Colours::light());
    to.setPicture(from.picture());
    to.setTimeOfDay(from.isTimeOfDay());
    to.setLogarithmic(from.isLogarithmic());
    to.xAxis->setRange(from.xAxis->range());
    to.yAxis->setRange(from.yAxis->range());
    to.yAxis2->setRange(from.yAxis2->range());
}

QByteArray svgOf(IoPlot &plot, const QString &title)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize({sheetWidth, sheetHeight});
    generator.setViewBox(QRect(0, 0, sheetWidth, sheetHeight));
    generator.setTitle(title);
    QCPPainter painter(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    plot.toPainter(&painter, sheetWidth, sheetHeight);
    painter.end();
    return buffer.data();
}

Result<void> writeCsv(const IoPicture &picture, const QString &path)
{
    QSaveFile file(path);
    const QByteArray text = ioCsv(picture).toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return std::unexpected(Error{Sentence::of("{} cannot be written: {}", path.toStdString(), file.errorString().toStdString())});
}

} // namespace

Result<void> saveIoGraph(const IoPlot &plot, const QString &title, const QString &path)
{
    if (QFileInfo(path).suffix().toLower() == QLatin1String("csv"))
        return writeCsv(plot.picture(), path);
    IoPlot paper;
    paper.setFont(plot.font());
    copyLook(plot, paper);
    FigureSheet sheet{sheetWidth, sheetHeight, title, {}, {}};
    sheet.svg = [&] { return svgOf(paper, title); };
    sheet.paint = [&](QPainter &painter) {
        QPicture picture;
        QCPPainter recorder(&picture);
        recorder.setMode(QCPPainter::pmVectorized);
        recorder.setMode(QCPPainter::pmNoCaching);
        paper.toPainter(&recorder, sheetWidth, sheetHeight);
        recorder.end();
        painter.drawPicture(0, 0, picture);
    };
    return saveSheet(sheet, path);
}

} // namespace vethscope
