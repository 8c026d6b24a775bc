#pragma once

#include "core/flows/traffic.h"
#include "core/names/nametable.h"

#include <array>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace vethscope::cli {

/// What the verb `conversations` speaks of, in the order in which it writes it.
inline constexpr std::array trafficKinds{TrafficKind::Ethernet, TrafficKind::Ipv4, TrafficKind::Ipv6, TrafficKind::Tcp, TrafficKind::Udp};

struct TrafficReport {
    std::vector<TrafficKind> kinds; // that are asked for
    NameTable names;                // empty: addresses only
    std::int64_t captureStart = 0;  // nanoseconds since 1970, of the capture's first packet
};

/// A table for each kind: scope, ends, packets and bytes in each direction and together, seconds. Names stand in the addresses' place.
void writeTrafficText(const std::vector<Conversation> &conversations, const TrafficReport &report, std::ostream &out);
void writeTrafficText(const std::vector<TrafficEndpoint> &endpoints, const TrafficReport &report, std::ostream &out);

/// `{"conversations": [ … ]}` or `{"endpoints": [ … ]}`, an object a line; names stand beside the addresses.
void writeTrafficJson(const std::vector<Conversation> &conversations, const TrafficReport &report, std::ostream &out);
void writeTrafficJson(const std::vector<TrafficEndpoint> &endpoints, const TrafficReport &report, std::ostream &out);

// Words for both.

/// `TCP`.
std::string_view titleOf(TrafficKind kind);
/// `tcp`: what scripts call it, and --kind.
std::string_view nameOf(TrafficKind kind);
std::string addressText(const TrafficEnd &end);
bool hasPorts(TrafficKind kind);
/// Null when nobody is known to have that address.
const Name *nameOf(const TrafficEnd &end, const NameTable &names);

} // namespace vethscope::cli
