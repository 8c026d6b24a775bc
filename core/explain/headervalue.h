#pragma once

#include "core/dissect/frame.h"
#include "core/dissect/layer.h"

#include <optional>
#include <string>
#include <string_view>

namespace vethscope::explain {

/// What the header with so many tunnels around it says in a field, as `dump -e` prints it: `ip.ttl`, `vxlan.vni`. Nothing where the frame
/// has no such header, or it was cut. A packet that an ICMP error quotes does not count.
std::optional<std::string> headerValue(const Frame &frame, const Dissection &packet, std::string_view name, std::size_t depth);

} // namespace vethscope::explain
