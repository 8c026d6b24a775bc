#pragma once

#include "core/flows/traffic.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace vethscope {

/// In the order in which they are listed: from the outside in.
inline constexpr std::array trafficKinds{TrafficKind::Ethernet, TrafficKind::Ipv4, TrafficKind::Ipv6, TrafficKind::Tcp, TrafficKind::Udp};

/// "IPv4": the same in every language.
std::string_view titleOf(TrafficKind kind);
/// "ipv4": what scripts call it.
std::string_view nameOf(TrafficKind kind);
/// "ip": what scripts ask for, tshark's words; "ipv4" and "ethernet" are older ones. Nothing for any other word.
std::string_view shortNameOf(TrafficKind kind);
std::optional<TrafficKind> trafficKindCalled(std::string_view word);
bool hasPorts(TrafficKind kind);

/// As it stands in filters: `10.244.0.60`, `fd00::1`, `52:54:00:c2:ee:db`.
std::string addressText(const TrafficEnd &end);

} // namespace vethscope
