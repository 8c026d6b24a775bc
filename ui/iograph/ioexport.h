#pragma once

#include "core/bytes/result.h"

#include <QString>

namespace vethscope {

class IoPlot;
struct IoPicture;

/// Writes what is seen of an I/O graph, in the light theme, as what the file's suffix asks for: png, svg or pdf; or all of its values as csv.
Result<void> saveIoGraph(const IoPlot &plot, const QString &title, const QString &path);

} // namespace vethscope
