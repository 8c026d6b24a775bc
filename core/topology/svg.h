#pragma once

#include "core/figure/colours.h"
#include "core/topology/layout.h"

#include <string>

namespace vethscope {

/// The drawing as a self-contained SVG, with title, caption and what each element is.
std::string topologySvg(const Cluster &cluster, const TopologyFigure &figure, const Colours &colours);

} // namespace vethscope
