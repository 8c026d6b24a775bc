#pragma once

#include "core/explain/expectation.h"

#include <string>
#include <vector>

namespace vethscope::explain {

/// One thing that a kernel did on the way to a value: what, in whose tables, and about which of its devices.
struct Rung {
    path::Step step{};
    std::string node{}; // empty: a router without output
    std::string pod{};  // set where it is a pod's own kernel
    std::string interface{};
    std::size_t depth = 0; // of the header that it was about, counted as the captured frame's are
};

/// How a field of the sighting's hop came to its foretold value: what the kernel that wrote it looked up until it stood there, in the
/// order in which it did. A MAC address comes from the route and the neighbour of its own header; around a tunnel these follow what the
/// tunnel looked up. Of an innermost IP address, which an application chose, it is what translated it.
std::vector<Rung> ladderOf(const Sighting &sighting, const path::Field &field);

} // namespace vethscope::explain
