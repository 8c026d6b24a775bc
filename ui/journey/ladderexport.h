#pragma once

#include "core/bytes/result.h"
#include "core/journeyfigures/ladder.h"

#include <QString>

namespace vethscope {

/// The path with that suffix, where it has none of a drawing's.
QString withSuffix(const QString &path, const QString &suffix);

/// Writes a ladder for a slide, in the light theme, as what the file's suffix asks for: svg, png or pdf.
Result<void> saveLadder(const LadderFigure &figure, const QString &path);

} // namespace vethscope
