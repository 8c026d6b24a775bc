#pragma once

#include "core/cluster/wireguardpeers.h"
#include "core/kernel/answer.h"
#include "core/kernel/table.h"

#include <string>

namespace vethscope::kernel {

/// The peer that an address belongs to, by the longest of all peers' allowed IPs: to whom a packet for it is encrypted, and who alone may
/// send one from it (WireGuard's cryptokey routing: drivers/net/wireguard/allowedips.c wg_allowedips_lookup_dst, …_src). None: `wg show`
/// told of the device, and nobody's allowed IPs have the address; the packet is dropped.
Answer<WireguardPeer> wireguardPeer(const NetworkNamespace &space, std::string_view device, const IpAddress &address);

/// The device's own public key; empty where it was not printed.
Known<std::string> wireguardKey(const NetworkNamespace &space, std::string_view device);

/// Whether a key is among the device's peers. Unseen where `wg show` was not printed.
Answer<bool> knowsPeer(const NetworkNamespace &space, std::string_view device, std::string_view key);

/// The mark that the device puts on what it sends, whatever the packet inside has: `fwmark`, else 0.
std::uint32_t wireguardMark(const NetworkNamespace &space, std::string_view device);

} // namespace vethscope::kernel
