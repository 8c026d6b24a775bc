#pragma once

#include "core/path/trail.h"
#include "core/path/whose.h"

#include <vector>

namespace vethscope::journey {

/// The devices that a packet would have passed, had it not been dropped, up to the pod's own, in their order: those of the way back as it is
/// foretold from the pod, turned round. Where that way does not come by the last device that saw the packet, with as many headers around
/// it, only those between the pod and its node's routing: what goes to the pod must pass them, wherever it came in.
std::vector<path::Hop> behindDrop(const path::Places &places, const path::Whose &whose, const path::Path &dropped);

} // namespace vethscope::journey
