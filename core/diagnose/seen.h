#pragma once

#include "core/capture/packetstore.h"
#include "core/diagnose/goon.h"
#include "core/dissect/dissector.h"
#include "core/journey/points.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vethscope::diagnose {

/// Tunnelled packets of one kind from one node to another, at one point.
struct TunnelSeen {
    std::uint32_t row = 0; // the first of them
    std::size_t count = 0;
    std::size_t wrongChecksums = 0, fragments = 0;
    std::uint32_t wrongRow = 0, fragmentRow = 0; // the first such
};
struct TunnelKey {
    std::uint16_t point = 0;
    IpAddress from{}, to{};
    std::string_view tunnel{}; // vs.tunnel's words
    std::uint16_t port = 0;    // UDP; 0: none

    friend auto operator<=>(const TunnelKey &, const TunnelKey &) = default;
};

/// What somebody asked by ARP at one point.
struct ArpSeen {
    std::uint32_t row = 0; // the first request
    std::size_t requests = 0, replies = 0;
    IpAddress asker{};
};

/// Who answered somebody at one point.
struct ArpRepliesSeen {
    std::uint32_t row = 0; // the first reply
    std::set<IpAddress> from{};
};

/// A BGP NOTIFICATION (RFC 4271, section 4.5).
struct NotificationSeen {
    std::uint32_t row = 0;
    std::uint16_t point = 0;
    IpAddress from{}, to{};
    std::uint8_t code = 0, subcode = 0;
    std::int64_t time = 0;
};

/// The last message that only a session which is established carries: a KEEPALIVE or UPDATE (RFC 4271, section 8.2.2; one KEEPALIVE answers the OPEN as well).
struct KeepaliveSeen {
    std::uint32_t row = 0;
    std::int64_t time = 0;
};

/// "Fragmentation needed" or "packet too big", and the MTU that it tells.
struct TooBigSeen {
    std::uint32_t row = 0;
    IpAddress from{}, to{};
    std::uint32_t mtu = 0;
};

/// A DNS message over UDP.
struct DnsSeen {
    std::uint32_t row = 0;
    std::uint16_t point = 0;
    std::uint8_t depth = 0;
    std::int64_t time = 0;
    IpAddress from{}, to{};
    std::uint16_t fromPort = 0, toPort = 0;
    std::uint16_t id = 0, type = 0;
    std::uint8_t code = 0; // of a response
    bool isResponse = false;
    std::string name{};    // without the last dot, in lower case
};

/// What is no tunnel although it came by a tunnel's port.
struct ForeignSeen {
    std::uint32_t row = 0;
    std::uint16_t point = 0;
    IpAddress from{}, to{};
    std::uint16_t port = 0;
};

/// What headers show beside the innermost packets' journeys.
struct Seen {
    std::map<TunnelKey, TunnelSeen> tunnels{};
    std::map<std::pair<std::uint16_t, IpAddress>, ArpSeen> arp{}; // by point and the address asked for
    std::map<std::pair<std::uint16_t, IpAddress>, ArpRepliesSeen> arpReplied{}; // by point and who got replies to any requests of his
    std::map<std::pair<std::uint16_t, IpAddress>, std::map<MacAddress, std::uint32_t>> arpMacs{}; // by point and address who replied that he has it: the first row
    std::vector<NotificationSeen> notifications{};
    std::map<std::pair<IpAddress, IpAddress>, KeepaliveSeen> keepalives{}; // of BGP, from and to
    std::vector<TooBigSeen> tooBig{};
    std::vector<DnsSeen> dns{};
    std::vector<ForeignSeen> foreign{};
};

/// One pass over all frames.
Seen seenIn(const PacketStore &store, const Dissector &dissector, const journey::JourneyPoints &points, const GoOn &goOn = {});

} // namespace vethscope::diagnose
