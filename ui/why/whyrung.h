#pragma once

#include "core/explain/explanation.h"

#include "core/dissect/layer.h"

#include <QString>

#include <vector>

namespace vethscope {

/// One rung of the ladder that leads to an address, in the user's language.
struct WhyRung {
    QString title{}; // "Route"
    QString place{}; // "flannel.1 of master"; empty where it is nowhere
    QString text{};  // one sentence
    EvidenceList evidence{};
    std::vector<kernel::Rejected> lost{};
    Scope scope = Scope::Native; // whose headers it is about
    std::string node{}, pod{}, interface{}; // what of the topology it is about

    bool isSomewhere() const { return !node.empty() || !pod.empty(); }
};

/// From who wrote the lines down to whose the address is: each rung comes of those above it.
std::vector<WhyRung> rungsOf(const explain::FieldExplanation &field);

} // namespace vethscope
