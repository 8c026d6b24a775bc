#pragma once

#include "core/path/podmarks.h"

#include <set>
#include <utility>
#include <vector>

namespace vethscope::path {

/// Of which pods the rules of firewalls speak by their marks. kube-proxy writes every endpoint down, but asks for it only of packets to its
/// service: such a rule tells pods apart for that service alone.
struct RuleMarks {
    std::set<std::size_t> spoken{};                            // for packets to pods and nodes
    std::set<std::pair<std::size_t, std::size_t>> ofService{}; // pod, and the service to which packets meet the rule
};
RuleMarks ruleMarksOf(const Places &places, const MarkIndex &marks);

} // namespace vethscope::path
