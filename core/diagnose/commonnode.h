#pragma once

#include "core/diagnose/finding.h"

#include <string>

namespace vethscope::diagnose {

/// Where all findings of a fault are of pairs, two at least, and one node is in each of them while the others differ: that node. Else empty.
std::string commonNodeOf(const Findings &pairs);
/// All proofs in the first of them.
Finding asOne(Findings findings);

} // namespace vethscope::diagnose
