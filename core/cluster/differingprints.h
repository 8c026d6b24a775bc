#pragma once

#include "core/facts/facts.h"

#include <span>

namespace vethscope {

/// Whether among prints of one table, each whole and of the same families, two show different entries: of what was printed at one moment one
/// must be wrong, or of another machine. What changes by itself (a neighbour's state, counters, connections) makes no difference.
bool printsDiffer(std::span<const HostFacts *const> hosts, std::span<const PrintedFact *const> prints);

} // namespace vethscope
