#pragma once

#include "core/diagnose/case.h"
#include "core/diagnose/finding.h"

#include <cstddef>
#include <vector>

namespace vethscope::diagnose {

/// A route that a node should have and does not: to the pods of another one.
struct AbsentRoute {
    std::size_t node = 0;
    const PodNetwork *to = nullptr;
    EvidenceList lines{};                // whose network that is; what was looked through
    EvidenceList instead{};              // by which packets leave now
    const BgpSession *session = nullptr; // by which the node should have learnt it; null: by none
    bool isUp = false;                   // that session
};

/// Said only of nodes that printed all their routes, and where others show that there should be one: through a tunnel, to a node of the same
/// subnet, or by BGP. What leads by the default route alone is no route to pods; a cloud's router may know them all, and then no node has one.
std::vector<AbsentRoute> absentRoutes(const Case &about);

/// Whose it is, and what shows it: lines, and frames of packets that were lost for want of it.
void addAbsent(Finding &finding, const Case &about, const AbsentRoute &absent);

} // namespace vethscope::diagnose
