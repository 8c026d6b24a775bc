#pragma once

#include "core/path/podmarks.h"

#include <string>
#include <string_view>
#include <vector>

namespace vethscope::path {

/// All that the tables of a cluster say of one pod, with its marks replaced by what they are. Pods whose portraits have the same text are told
/// apart by nothing but their marks; then the lines stand one for one.
struct Portrait {
    std::string text{};
    EvidenceList lines{};
    bool isAlone = false; // something is said of it that is not compared
};

/// The portraits of all pods, in the cluster's order. Rules of firewalls are not in them (rulemarks.h).
std::vector<Portrait> portraitsOf(const Places &places, const MarkIndex &marks);

} // namespace vethscope::path
