#pragma once

#include "core/snapshot/contradiction.h"

#include <cstddef>
#include <span>
#include <vector>

namespace vethscope {

/// Which machine printed an output that nothing names, counted in the order of the text.
struct Succeeding {
    std::size_t machine = 0;
    std::optional<Contradiction> because{}; // of the first one behind another machine's: what parts the two
    bool unsettled = false;                 // it may be either neighbour's, so it stands alone
};

/// Parts outputs, in the order of their text, among as few machines, one behind the other, as their contradictions ask for. One that
/// stands between two machines' and may be of either goes to the one that its devices, subnets and sessions tell of, else to a machine
/// of its own. A machine is met again where a card or an own address says so.
std::vector<Succeeding> succession(std::span<const HostFacts *const> outputs);

} // namespace vethscope
