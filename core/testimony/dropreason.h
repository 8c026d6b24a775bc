#pragma once

#include <string>
#include <string_view>

namespace vethscope::testimony {

/// The kernel's word for a drop (enum skb_drop_reason, include/net/dropreason-core.h) without its prefix; empty for those that say nothing was dropped.
std::string dropReason(std::string_view word);

/// What the kernel says of a packet that a rule of the firewall stopped.
inline constexpr std::string_view netfilterDrop = "NETFILTER_DROP";

} // namespace vethscope::testimony
