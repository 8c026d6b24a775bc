#pragma once

#include <optional>
#include <string>

namespace vethscope {

struct Cluster;
struct Subject;
struct TopologyFigure;

/// A device of a node, a pod, or a node, by their names.
struct TopologyPlace {
    std::string node{}, pod{}, interface{}; // pod: NAMESPACE/NAME
};

/// What of a drawing stands for it: a folded node for what is in it. Nothing where nothing does.
std::optional<Subject> subjectAt(const Cluster &cluster, const TopologyFigure &figure, const TopologyPlace &place);

} // namespace vethscope
