#pragma once

#include "core/topology/layout.h"

#include <set>

namespace vethscope {

/// How much is left of the colours of what is faint.
inline constexpr double faintness = 0.28;

/// Whether a part steps back for what is looked at. Walls of nodes stay: what is inside would float; of what stands for nothing, lines go.
bool stepsBack(const Part &part, const std::set<Subject> &lookedAt);

/// The drawing with these elements bold.
TopologyFigure withLit(TopologyFigure figure, const std::set<Subject> &lit);

} // namespace vethscope
