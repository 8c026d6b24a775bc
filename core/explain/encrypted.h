#pragma once

#include "core/explain/shownframe.h"
#include "core/path/whose.h"

#include <vector>

namespace vethscope::explain {

/// Where the sender's WireGuard device may send to: the endpoints of its peers, each with the lines of `wg show`. Empty where the frame
/// carries no WireGuard, or nobody printed the sender's peers.
std::vector<path::Traced<IpAddress>> wireguardEnds(const path::Places &places, const ShownFrame &frame);

} // namespace vethscope::explain
