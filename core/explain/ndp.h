#pragma once

#include "core/explain/point.h"
#include "core/explain/shownframe.h"
#include "core/path/whose.h"

namespace vethscope::explain {

/// Whether a frame never leaves its link: neighbour and router discovery (RFC 4861), multicast listener reports (RFC 3810), and all that
/// comes from a link-local address.
bool staysOnLink(const ShownFrame &frame);

/// The MAC addresses of such a frame, by what the hosts' own devices have. A group has its MAC address by RFC 2464.
struct NdpExpectation {
    path::Traced<std::optional<MacAddress>> source{}, destination{};
};

NdpExpectation ndpExpectation(const path::Places &places, const path::Whose &whose, const ShownFrame &frame, const Point &point);

} // namespace vethscope::explain
