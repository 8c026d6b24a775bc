#pragma once

#include "core/protocols/bgp_routes.h"

namespace vethscope {

/// Adds the path attributes that fill the part. RFC 4271, section 4.3.
void addBgpAttributes(BgpUpdate &update, BgpPart part);

// What an attribute contains. Each returns it in a few words, for the row above it.

/// RFC 4271, section 5.1.2; numbers of two or four bytes are told apart by what fits: RFC 6793.
std::string_view addBgpAsPath(BgpUpdate &update, BgpPart contents);
std::string_view addBgpFourByteAsPath(BgpUpdate &update, BgpPart contents);
/// RFC 1997.
std::string_view addBgpCommunities(BgpUpdate &update, BgpPart contents);
/// RFC 8092.
std::string_view addBgpLargeCommunities(BgpUpdate &update, BgpPart contents);
/// RFC 4360.
std::string_view addBgpExtendedCommunities(BgpUpdate &update, BgpPart contents);
/// RFC 4760, section 3.
std::string_view addBgpReachable(BgpUpdate &update, BgpPart contents);
/// RFC 4760, section 4.
std::string_view addBgpUnreachable(BgpUpdate &update, BgpPart contents);
/// RFC 6514, section 5.
std::string_view addBgpMulticastTunnel(BgpUpdate &update, BgpPart contents);
/// RFC 8669, RFC 9252.
std::string_view addBgpPrefixSegment(BgpUpdate &update, BgpPart contents);
/// RFC 8205, section 3.
std::string_view addBgpSecurePath(BgpUpdate &update, BgpPart contents);

} // namespace vethscope
