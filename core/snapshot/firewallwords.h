#pragma once

#include "core/facts/firewall.h"

#include <string_view>

namespace vethscope {

// What iptables and nftables have in common when they write what a rule asks for.

/// `10.0.0.0/8`, `10.0.0.1-10.0.0.9`, `80`, `0x4000`, `90-100`, `90:100`; of anything else the word itself, without quotes.
PacketValue packetValue(std::string_view word);

/// Ports, states, types: `80,90:100`, `RELATED,ESTABLISHED`; words in lower case.
FirewallMatch listMatch(PacketKey key, std::string_view list, bool inverted = false);

/// `0x4000/0x4000`, of which only the bits behind the slash count. Nothing where it is no number.
std::optional<FirewallMatch> markMatch(std::string_view text, bool inverted);
/// `set`, `xset`, `or`, `and`, `xor` and a mark, as iptables' MARK writes them (extensions/libxt_MARK.c).
std::optional<MarkChange> markChange(std::string_view how, std::string_view text);

/// `FIN,SYN,RST,ACK` as a header has them (RFC 9293, section 3.1), in any case; `NONE`, `ALL`. Nothing where one is not known.
std::optional<std::uint32_t> tcpFlags(std::string_view list);
/// The number of `echo-request`, as iptables and nftables name types (RFC 792, RFC 4443); of a number itself.
std::optional<std::uint32_t> icmpTypeNumber(std::string_view name);

/// Whether a translation leads to one address and port at most: no range.
bool leadsToOne(std::string_view translatesTo);

std::string upperCase(std::string_view text);

} // namespace vethscope
