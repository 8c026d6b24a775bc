#pragma once

#include "core/bytes/result.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <functional>

class QIODevice;
class QPainter;

namespace vethscope {

/// A drawing as it goes to a file, in the light theme: its size in pixels, and who draws it.
struct FigureSheet {
    double width = 0, height = 0;
    QString title{};
    std::function<void(QPainter &)> paint{}; // upon paper that is there already
    std::function<QByteArray()> svg{};
};

/// At least 2560 pixels wide, or as large as a picture sensibly is.
QImage imageOf(const FigureSheet &sheet);
/// One page as large as the drawing, with text that can be searched.
bool writePdf(const FigureSheet &sheet, QIODevice &device);
/// Writes what the file's suffix asks for: svg, pdf, or a PNG.
Result<void> saveSheet(const FigureSheet &sheet, const QString &path);

} // namespace vethscope
