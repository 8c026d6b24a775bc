#pragma once

#include "core/explain/point.h"
#include "core/path/whose.h"

#include <optional>

namespace vethscope::explain {

/// The link that a capture point is on: its own device, and the other end of it.
struct Link {
    path::End here{};
    std::optional<path::End> there{};
};

Link linkOf(const path::Places &places, const Point &point);

/// By which MAC address the owner of an address speaks on a link. Without a value where that was not printed, with `ask`.
path::Traced<std::optional<MacAddress>> macOnLink(const path::Places &places, const path::Whose &whose, const Link &link, const IpAddress &address);

} // namespace vethscope::explain
