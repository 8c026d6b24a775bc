#pragma once

#include "core/path/trail.h"
#include "core/pathfigures/pathfigure.h"

#include <memory>

namespace vethscope {

/// A path that the drawing shows, foretold or travelled, and how far the packet has come.
struct ShownPath {
    std::shared_ptr<const Cluster> cluster{};   // that the path is one of
    std::shared_ptr<const path::Path> path{};
    std::size_t hop = 0;
    path::Verdict verdict = path::Verdict::Unknown; // how it ends
};

} // namespace vethscope
