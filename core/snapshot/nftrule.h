#pragma once

#include "core/facts/firewall.h"

#include <string_view>

namespace vethscope {

/// A rule as `nft list ruleset` prints it (nft(8), nftables' src/statement.c and src/expression.c): what kube-proxy's nftables mode writes, and what people
/// write by hand. What else a rule asks for is `unread`. Table, chain and line are the caller's.
FirewallRuleFact nftRuleOf(std::string_view line, std::string_view family);

} // namespace vethscope
