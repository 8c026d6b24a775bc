#pragma once

#include "core/explain/ladder.h"

namespace vethscope::explain {

/// The steps that gave a packet of a pod the node's own address as it left the node: the rule that masquerades, and the line of the address
/// that it takes. Which pod sent it is told by `before`; else, where its TTL says that it was forwarded once, any of the node's may have:
/// then there is an answer only where the rules do the same with a packet of each. `source` is the frame's innermost one.
std::vector<Rung> masqueradeLadder(const path::Places &places, const path::Whose &whose, const ShownFrame &frame, const Point &point, const ShownField &source,
                                   const std::optional<IpAddress> &before);

} // namespace vethscope::explain
