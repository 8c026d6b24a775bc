#pragma once

#include "core/protocols/bgp_part.h"

#include <string_view>

namespace vethscope {

// What stands behind the header of a BGP message, type by type. Each adds its rows and returns the gist of the
// message in a few words, which live as long as the details.

/// RFC 4271, section 4.2; RFC 9072.
std::string_view addBgpOpen(Details &details, BgpPart body);
/// RFC 4271, section 4.3.
std::string_view addBgpUpdate(Details &details, BgpPart body);
/// RFC 4271, section 4.5.
std::string_view addBgpNotification(Details &details, BgpPart body);
/// RFC 2918, RFC 7313, RFC 5291.
std::string_view addBgpRouteRefresh(Details &details, BgpPart body);
/// draft-ietf-idr-dynamic-cap: capabilities that change while the session is up.
std::string_view addBgpCapabilityChange(Details &details, BgpPart body);

} // namespace vethscope
