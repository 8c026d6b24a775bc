#pragma once

#include "core/path/disposition.h"
#include "core/pathfigures/pathfigure.h"

namespace vethscope {

/// A path as it is painted, from below to above: what was walked up to a hop boldly, the rest thin, a mark that tells by its sign how it
/// ended, and the packet as a dot.
std::vector<figure::Shape> pathShapes(const PathFigure &path, path::Verdict verdict, std::size_t hop);
/// Half of the dot's width.
inline constexpr double pathDotRadius = 8;

/// The drawing with a path upon it, walked up to a hop: all that it has nothing to do with is faint.
TopologyFigure withPath(TopologyFigure figure, const PathFigure &path, path::Verdict verdict, std::size_t hop);

} // namespace vethscope
