#pragma once

#include "core/topology/layout.h"

#include <string>
#include <vector>

namespace vethscope::test {

/// A drawing as text, each part and its shapes in the order in which they are painted, to a tenth of a pixel:
///     pod:default/tea @24,84 150x93 "default/tea"
///       box 24,84 150x93 r10 overlay base solid 1.2
///       line 99,167 99,213 overlay solid 1.6
///       text 99,101 middle sans-strong 12 overlay "tea"
std::vector<std::string> figureLines(const Cluster &cluster, const TopologyFigure &figure);

} // namespace vethscope::test
