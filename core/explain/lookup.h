#pragma once

#include "core/explain/expectation.h"

namespace vethscope::explain {

/// The lines that a table gave a field by, and those that lost: the entry's, and those of the route to its next hop.
struct Lookup {
    EvidenceList evidence{};
    std::vector<kernel::Rejected> rejected{};
};

/// Of a field of the sighting's hop, from the steps that led there.
Lookup lookupOf(const Sighting &sighting, const path::Field &field);

} // namespace vethscope::explain
