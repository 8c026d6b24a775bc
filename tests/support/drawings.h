#pragma once

#include "core/topology/layout.h"

#include <string>
#include <vector>

namespace vethscope::test {

/// A cluster as it is drawn with these options.
struct Drawing {
    std::string name;
    Cluster cluster;
    TopologyOptions options;
};

/// The lab's six and made ones that have, together, everything that the drawing knows to draw.
const std::vector<Drawing> &drawings();

} // namespace vethscope::test
