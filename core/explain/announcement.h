#pragma once

#include "core/address/address.h"
#include "core/capture/packetstore.h"
#include "core/dissect/dissector.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vethscope::explain {

/// A network that a BGP UPDATE announces: to whom, by which next hop, and in which frame of which capture.
struct Announcement {
    IpPrefix network{};
    std::optional<IpAddress> nextHop{};
    IpAddress receiver{};
    std::string capture{};
    std::uint32_t frame = 0;
};

/// The IPv4 networks of all UPDATE messages that stand in one segment (RFC 4271, section 4.3), in the order of the frames. `capture` is what
/// the file is called.
std::vector<Announcement> announcementsIn(const PacketStore &store, const Dissector &dissector, const std::string &capture);

} // namespace vethscope::explain
