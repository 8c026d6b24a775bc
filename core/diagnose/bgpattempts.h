#pragma once

#include "core/diagnose/case.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace vethscope::diagnose {

/// Frames of the BGP between two ends that did not come to a session: NOTIFICATIONs, but for collisions; else how each connection to TCP port 179 began. None where
/// both ends sent KEEPALIVEs later, and without captures. `isBetween` says of two addresses whether they are the ends.
std::vector<std::uint32_t> failedBgp(const Case &about, const std::function<bool(const IpAddress &, const IpAddress &)> &isBetween);

} // namespace vethscope::diagnose
