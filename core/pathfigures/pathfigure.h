#pragma once

#include "core/pathfigures/pathstops.h"
#include "core/topology/layout.h"

#include <optional>
#include <vector>

namespace vethscope {

/// A foretold path upon a drawing.
struct PathFigure {
    struct Stop {
        std::optional<Subject> place{};   // what of the drawing stands for the hop; nothing where nothing does
        std::vector<figure::Line> leg{};  // from the stop before; empty where that has the same place
        figure::Point dot{};              // where the packet is, on the edge by which it leaves
        std::vector<Subject> lit{};       // this place, and what was passed on the way to it
    };
    std::vector<Stop> stops{};
    std::optional<figure::Point> end{};   // where the mark stands that tells how it ended

    /// What the path has to do with at all.
    std::vector<Subject> all() const;
};

/// A pure function, as the layout is. Legs run straight down, up or across where the boxes face each other, and not through other boxes.
PathFigure layoutPath(const TopologyFigure &figure, const std::vector<PathStop> &stops);

} // namespace vethscope
