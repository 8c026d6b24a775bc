#pragma once

#include "core/protocols/bgp_part.h"

#include <string_view>

namespace vethscope {

/// Routes as the Info column counts them: the first one, and how many.
struct BgpRoutes {
    std::string_view first;
    std::size_t count = 0;

    void add(std::string_view route)
    {
        if (count++ == 0)
            first = route;
    }
};

/// What the parts of an UPDATE share.
struct BgpUpdate {
    Details &details;
    BgpRoutes announced{};
    BgpRoutes withdrawn{};
    std::string_view nextHop{};
    bool attributed = false; // has attributes that speak of routes: all but MP_UNREACH_NLRI
    bool vxlan = false;      // an extended community says that labels are VNIs: RFC 8365, section 5.1.3
    bool nested = false;     // inside ATTR_SET
};

/// How the routes of one address family are written: behind labels, behind a route distinguisher, or plain.
struct BgpRouteFormat {
    enum Kind : std::uint8_t { Plain, Labelled, Vpn };

    Kind kind = Plain;
    std::size_t addressSize = 4;
    const Field *prefix = nullptr;
    bool withdrawn = false;
};

/// Adds the routes that fill the part. RFC 4271, section 4.3; RFC 8277 for labels; RFC 4364 for VPNs; RFC 7911 for
/// path identifiers, which are there or not as the session agreed: it is told from the bytes.
void addBgpRoutes(BgpUpdate &update, BgpPart part, const BgpRouteFormat &format);

/// Adds route target constraints. RFC 4684, section 4.
void addBgpRouteTargets(BgpUpdate &update, BgpPart part, bool withdrawn);
/// Adds EVPN routes. RFC 7432, section 7; RFC 9136.
void addBgpEvpnRoutes(BgpUpdate &update, BgpPart part, bool withdrawn);
/// Adds flow specifications. RFC 8955, section 4; RFC 8956 for IPv6.
void addBgpFlowSpecifications(BgpUpdate &update, BgpPart part, std::size_t addressSize, bool distinguished, bool withdrawn);

/// A prefix of `length` bits as a whole address, the bits behind it zero. The part has its bytes.
Bytes keptBgpAddress(Details &details, const BgpPart &part, std::size_t length, std::size_t addressSize);

/// `65000:100`, `10.0.0.1:100`: RFC 4364, section 4.2. Needs eight bytes.
std::string_view bgpDistinguisher(Details &details, Bytes bytes);

/// An IPv4 or IPv6 address as text, by the number of its bytes.
std::string_view bgpAddressText(Details &details, Bytes address);

} // namespace vethscope
