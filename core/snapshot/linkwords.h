#pragma once

#include "core/facts/facts.h"

#include <string_view>
#include <vector>

namespace vethscope {

/// The words iproute2 describes interfaces with (ipaddress.c, iplink_*.c), as text and JSON share them.
using Words = std::vector<std::string_view>;

/// The word behind that one; empty when there is none.
std::string_view behind(const Words &words, std::string_view keyword);
bool contains(const Words &words, std::string_view word);

/// What `ip -d link` calls a kind: `bridge`, `gretap`; nothing for one that Vethscope does not tell apart.
std::optional<LinkKind> kindNamed(std::string_view name);

/// `state UP`. UNKNOWN, which drivers without a carrier say, counts as up when the flags have LOWER_UP.
/// Without a state (busybox) the flags alone tell.
LinkState linkState(std::string_view state, const Words &flags);

/// `eth0@if17`, `eth0.5@eth0`, `vx@NONE`: name, and the index or name of the other end.
void setName(LinkFact &link, std::string_view name);

/// The words behind `vxlan`, `ipip`, `gre`, `geneve`.
TunnelFact tunnelOf(const Words &words);

} // namespace vethscope
