#pragma once

#include "core/pathfigures/pathfigure.h"

#include <memory>

namespace vethscope {

/// A foretold path that the drawing shows, and how far the packet has come.
struct ShownPath {
    std::shared_ptr<const Cluster> cluster{};   // that the path was foretold for
    std::shared_ptr<const path::Path> path{};
    std::size_t hop = 0;
};

} // namespace vethscope
