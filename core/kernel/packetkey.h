#pragma once

#include "core/kernel/firewallrule.h"

namespace vethscope::kernel {

/// Whether what a packet has at this key is that value.
Holds isValue(const Ruleset &rules, PacketKey key, const FirewallMatch &match, const PacketValue &value, const Asked &asked, EvidenceList &evidence);

/// What the packet has there, as sets write it; nothing where that is not one value.
std::optional<PacketValue> valueOf(PacketKey key, const Asked &asked);

/// `cali+` fits all devices whose names begin so.
bool isDevice(std::string_view pattern, std::string_view name);

/// Whether a protocol has ports where TCP has them.
bool hasPorts(std::uint8_t protocol);

/// Of a rule that does not hold: what it asks for that the packet is not.
std::string_view otherThan(PacketKey key);

} // namespace vethscope::kernel
