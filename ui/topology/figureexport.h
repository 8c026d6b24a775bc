#pragma once

#include "core/bytes/result.h"
#include "core/topology/layout.h"

#include <QByteArray>
#include <QImage>

class QIODevice;

namespace vethscope {

/// A drawing for a slide, in the light theme, as it stands on its paper: title, caption with the time of the facts, legend.
QByteArray figureSvg(const Cluster &cluster, const TopologyFigure &figure);
/// At least 2560 pixels wide, or as large as a picture sensibly is.
QImage figureImage(const TopologyFigure &figure);
/// One page as large as the drawing, with text that can be searched.
bool writeFigurePdf(const TopologyFigure &figure, QIODevice &device);

/// Writes what the file's suffix asks for: svg, png or pdf.
Result<void> saveFigure(const Cluster &cluster, const TopologyFigure &figure, const QString &path);

} // namespace vethscope
