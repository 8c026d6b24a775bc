#pragma once

#include "core/protocols/bgp_part.h"

namespace vethscope {

/// What the capabilities of an OPEN add to its fixed part.
struct BgpOffers {
    std::uint32_t autonomousSystem = 0; // the four-byte number replaces the two-byte one: RFC 6793
};

/// Adds the capabilities of one optional parameter. RFC 5492, section 4.
void addBgpCapabilities(Details &details, BgpPart contents, BgpOffers &offers);

/// Adds the contents of one capability; those that are of the wrong length are shown as they are.
void addBgpCapability(Details &details, std::uint8_t type, BgpPart contents, BgpOffers &offers);

} // namespace vethscope
